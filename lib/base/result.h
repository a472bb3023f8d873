// SPDX-License-Identifier: Apache-2.0
// `Result<T>`: a value, or all the mistakes that kept it from being one. Nothing of ours throws
// across a folder.
#pragma once

#include <tl/expected.hpp>

#include "base/diagnostic.h"

namespace ruikei {

template <class T>
using Result = tl::expected<T, Diagnostics>;

/// A failed Result with one diagnostic.
inline tl::unexpected<Diagnostics> failure(Diagnostic diagnostic) {
  return tl::unexpected<Diagnostics>(Diagnostics{std::move(diagnostic)});
}

}  // namespace ruikei
