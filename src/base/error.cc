// SPDX-License-Identifier: Apache-2.0
#include "tamis/result.h"

namespace tamis {

const char* error_name(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::kUnreadable: return "unreadable";
    case ErrorKind::kBroken: return "broken";
    case ErrorKind::kEmpty: return "empty";
    case ErrorKind::kBinary: return "binary";
    case ErrorKind::kTooBig: return "too-big";
    case ErrorKind::kTooDeep: return "too-deep";
    case ErrorKind::kTooManyNodes: return "too-many-nodes";
    case ErrorKind::kTooManyAttributes: return "too-many-attributes";
    case ErrorKind::kTooMuchWork: return "too-much-work";
  }
  return "unknown";
}

}  // namespace tamis
