// SPDX-License-Identifier: Apache-2.0
#include "codec/codecs.h"

#include <brotli/decode.h>

#include <new>

namespace tamis::codec {

namespace {

struct Free {
  void operator()(BrotliDecoderState* state) const { BrotliDecoderDestroyInstance(state); }
};

class Brotli : public Decoder {
 public:
  Brotli() { reset(); }

  void reset() override {
    state_.reset(BrotliDecoderCreateInstance(nullptr, nullptr, nullptr));
    if (!state_) throw std::bad_alloc();
  }

  Step step(std::string_view in, std::span<char> out) override {
    std::size_t in_left = in.size(), out_left = out.size();
    const auto* next_in = reinterpret_cast<const std::uint8_t*>(in.data());
    auto* next_out = reinterpret_cast<std::uint8_t*>(out.data());
    const BrotliDecoderResult code = BrotliDecoderDecompressStream(state_.get(), &in_left, &next_in,
                                                                   &out_left, &next_out, nullptr);
    Step step;
    step.consumed = in.size() - in_left;
    step.produced = out.size() - out_left;
    if (code == BROTLI_DECODER_RESULT_SUCCESS) {
      step.state = Step::kEnd;
    } else if (code == BROTLI_DECODER_RESULT_ERROR) {
      step.state = Step::kBroken;
      step.reason = BrotliDecoderErrorString(BrotliDecoderGetErrorCode(state_.get()));
    }
    return step;
  }

 private:
  std::unique_ptr<BrotliDecoderState, Free> state_;
};

}  // namespace

std::unique_ptr<Decoder> make_brotli() {
  return std::make_unique<Brotli>();
}

}  // namespace tamis::codec
