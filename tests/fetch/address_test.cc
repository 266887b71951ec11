// SPDX-License-Identifier: Apache-2.0
#include "fetch/address.h"

#include "tamis/result.h"

#include <gtest/gtest.h>

namespace tamis::fetch {
namespace {

TEST(Address, SpecialOnes) {
  for (const char* text : {"0.0.0.0",
                           "0.1.2.3",
                           "10.0.0.1",
                           "10.255.255.255",
                           "100.64.0.1",
                           "100.127.255.255",
                           "127.0.0.1",
                           "127.255.0.1",
                           "169.254.169.254",
                           "172.16.0.1",
                           "172.31.255.255",
                           "192.0.0.8",
                           "192.0.2.1",
                           "192.88.99.1",
                           "192.168.1.1",
                           "198.18.0.1",
                           "198.19.255.255",
                           "198.51.100.7",
                           "203.0.113.9",
                           "224.0.0.1",
                           "239.1.2.3",
                           "240.0.0.1",
                           "255.255.255.255",
                           "::",
                           "::1",
                           "::127.0.0.1",
                           "::8.8.8.8",
                           "::ffff:127.0.0.1",
                           "::ffff:10.1.1.1",
                           "64:ff9b::7f00:1",
                           "64:ff9b::a00:1",
                           "64:ff9b:1::1",
                           "100::1",
                           "2001::1",
                           "2001:10::1",
                           "2001:db8::1",
                           "2002:7f00:1::",
                           "2002:a00:1::1",
                           "2002:c0a8:101::",
                           "2001:0:0:0:0:0:f5ff:fffe",
                           "3fff::1",
                           "4000::1",
                           "5f00::1",
                           "fc00::1",
                           "fd12:3456::1",
                           "fe80::1",
                           "fec0::1",
                           "ff02::1",
                           "2a00::5efe:a00:1",
                           "2a00::200:5efe:7f00:1"}) {
    const auto address = parse_address(text);
    ASSERT_TRUE(address) << text;
    EXPECT_TRUE(is_special(*address)) << text;
  }
}

TEST(Address, GlobalOnes) {
  for (const char* text :
       {"1.1.1.1",          "8.8.8.8",        "9.255.255.255",        "11.0.0.0",
        "100.63.255.255",   "100.128.0.0",    "126.255.255.255",      "128.0.0.1",
        "169.253.0.1",      "172.15.0.1",     "172.32.0.1",           "192.0.1.1",
        "192.167.255.255",  "192.169.0.1",    "198.17.0.1",           "198.20.0.1",
        "223.255.255.255",  "2400:3200::1",   "2606:4700:4700::1111", "::ffff:8.8.8.8",
        "64:ff9b::808:808", "2002:808:808::1"}) {
    const auto address = parse_address(text);
    ASSERT_TRUE(address) << text;
    EXPECT_FALSE(is_special(*address)) << text;
  }
}

TEST(Address, TextComesBack) {
  for (const char* text : {"192.0.2.1", "2001:db8::1", "::1"}) {
    EXPECT_EQ(address_text(*parse_address(text)), text);
  }
  EXPECT_EQ(address_text(*parse_address("::ffff:192.0.2.1")), "192.0.2.1");
  for (const char* text : {"", "192.0.2", "192.0.2.1.5", "a.example", "[::1]", "0x7f.1", "1"})
    EXPECT_FALSE(parse_address(text)) << text;
}

TEST(AllowList, RangesAndSingles) {
  const AllowList allowed({"127.0.0.0/8", "10.1.2.3", "fd00::/8", "::1"});
  for (const char* text :
       {"127.0.0.1", "127.9.9.9", "10.1.2.3", "fd12::1", "::1", "::ffff:127.0.0.1"})
    EXPECT_TRUE(may_connect(*parse_address(text), allowed)) << text;
  for (const char* text : {"128.0.0.1", "10.1.2.4", "fc00::1", "::2", "169.254.169.254"})
    EXPECT_EQ(may_connect(*parse_address(text), allowed), !is_special(*parse_address(text)))
        << text;
  EXPECT_FALSE(may_connect(*parse_address("127.0.0.1"), AllowList()));
}

TEST(AllowList, RefusesWhatIsNoRange) {
  for (const char* text : {"", "localhost", "127.0.0.1/", "127.0.0.1/33", "::1/129", "10.0.0.0/-1",
                           "10.0.0.0/8x", "10.0.0/8"})
    EXPECT_THROW(AllowList({text}), Failure) << text;
}

}  // namespace
}  // namespace tamis::fetch
