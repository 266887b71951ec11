// SPDX-License-Identifier: Apache-2.0
#include "codec/codecs.h"

#include <zstd.h>
#include <zstd_errors.h>

#include <new>

namespace tamis::codec {

namespace {

// What `zstd --ultra -22` needs; frames made with --long=28 and up are refused.
constexpr int kWindowLogMax = 27;

struct Free {
  void operator()(ZSTD_DCtx* context) const { ZSTD_freeDCtx(context); }
};

class Zstd : public Decoder {
 public:
  Zstd() : context_(ZSTD_createDCtx()) {
    if (!context_) throw std::bad_alloc();
    ZSTD_DCtx_setParameter(context_.get(), ZSTD_d_windowLogMax, kWindowLogMax);
  }

  void reset() override { ZSTD_DCtx_reset(context_.get(), ZSTD_reset_session_only); }

  Step step(std::string_view in, std::span<char> out) override {
    ZSTD_inBuffer input = {in.data(), in.size(), 0};
    ZSTD_outBuffer output = {out.data(), out.size(), 0};
    const std::size_t code = ZSTD_decompressStream(context_.get(), &output, &input);
    Step step;
    step.consumed = input.pos;
    step.produced = output.pos;
    if (code == 0) {
      step.state = Step::kEnd;
    } else if (ZSTD_isError(code)) {
      const bool window = ZSTD_getErrorCode(code) == ZSTD_error_frameParameter_windowTooLarge;
      step.state = window ? Step::kTooBig : Step::kBroken;
      step.reason = ZSTD_getErrorName(code);
    }
    return step;
  }

 private:
  std::unique_ptr<ZSTD_DCtx, Free> context_;
};

}  // namespace

std::unique_ptr<Decoder> make_zstd() {
  return std::make_unique<Zstd>();
}

}  // namespace tamis::codec
