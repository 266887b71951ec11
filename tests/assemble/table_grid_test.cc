// SPDX-License-Identifier: Apache-2.0
#include "assemble/table_grid.h"

#include "tamis/segment.h"

#include <gtest/gtest.h>

#include <string>

namespace tamis::assembly {
namespace {

// "row.column:text" of each cell of the first table.
std::string grid_of(const std::string& rows) {
  const Blocks page = segment(*parse("<html><body><table>" + rows + "</table>", {}));
  for (ContainerId c = 0; c < page.containers.size(); ++c) {
    if (page.containers[c].tag != Tag::kTable) continue;
    std::string out;
    for (const GridCell& cell : data_grid(page, c)) {
      out += std::to_string(cell.row) + '.' + std::to_string(cell.column) + ':' +
             page.blocks[page.containers[cell.container].first].text + ' ';
    }
    return out;
  }
  return "no table";
}

TEST(TableGrid, CellsStandInRowsAndColumns) {
  EXPECT_EQ(grid_of("<tr><th>a<th>b<tr><td>c<td>d"), "0.0:a 0.1:b 1.0:c 1.1:d ");
  EXPECT_EQ(grid_of("<thead><tr><th>a<th>b</thead><tbody><tr><td>c<td>d</tbody>"),
            "0.0:a 0.1:b 1.0:c 1.1:d ");
}

TEST(TableGrid, CellsWithoutTextKeepTheirPlace) {
  EXPECT_EQ(grid_of("<tr><td><td>b<td>c<tr><td>d<td><td>f"), "0.1:b 0.2:c 1.0:d 1.2:f ");
}

TEST(TableGrid, SpansTakePlaces) {
  EXPECT_EQ(grid_of("<tr><td rowspan=2>a<td colspan=2>b<tr><td>c<td>d<tr><td>e<td>f<td>g"),
            "0.0:a 0.1:b 1.1:c 1.2:d 2.0:e 2.1:f 2.2:g ");
  EXPECT_EQ(grid_of("<tr><td>a<td rowspan=2>b<td>c<tr><td>d<td>e"),
            "0.0:a 0.1:b 0.2:c 1.0:d 1.2:e ");
}

TEST(TableGrid, WhatLaysOutTextIsNoTable) {
  const std::string prose(301, 'x');
  for (const std::string& rows : {
           std::string("<tr><td>a<td>b"),                              // one row
           std::string("<tr><td>a<td>b<tr><td colspan=2>c<tr><td>d"),  // one row of two
           std::string("<tr><td>a<tr><td>b"),                          // one column
           "<tr><td>a<td>" + prose + "<tr><td>b<td>c",                 // prose
           std::string("<tr><td>a<td><h2>b</h2><tr><td>c<td>d"),       // a page's parts
           std::string("<tr><td>a<td><table><tr><td>b</table><tr><td>c<td>d"),
           std::string("<tr><td>a<td><td><td><td>b<tr><td>c<td><td><td><td>"),  // mostly empty
           std::string("<tr><td colspan=61>a<td>b<tr><td>c<td>d"),              // too wide
       }) {
    EXPECT_EQ(grid_of(rows), "") << rows.substr(0, 60);
  }
}

TEST(TableGrid, HostileSpansEnd) {
  std::string rows;
  for (int i = 0; i < 2000; ++i) rows += "<tr><td rowspan=1000 colspan=1000>a<td>b";
  EXPECT_EQ(grid_of(rows), "");
  rows.clear();
  for (int i = 0; i < 2000; ++i) rows += "<tr><td rowspan=1000>a<td>b";
  EXPECT_EQ(grid_of(rows), "") << "each row pushes the next one further to the right";
}

}  // namespace
}  // namespace tamis::assembly
