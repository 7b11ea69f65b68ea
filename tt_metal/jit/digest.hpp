// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// A number for the content of a text: equal texts have equal digests, and different ones almost
// surely have not. Compared only with digests of the same build of this library.
#pragma once

#include <cstdint>
#include <functional>
#include <string_view>

namespace tt::tt_metal::jit {

// libc++'s hash of strings is CityHash64, without a seed.
inline uint64_t digest(std::string_view text) { return std::hash<std::string_view>{}(text); }

}  // namespace tt::tt_metal::jit
