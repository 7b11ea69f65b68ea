// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Numbers and strings as bytes and back, each string with its length before it.
#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>

namespace tt::tt_metal::jit {

class ByteWriter {
 public:
    void put(uint64_t number) {
        bytes_.append(reinterpret_cast<const char*>(&number), sizeof number);
    }
    void put(std::string_view text) {
        put(text.size());
        bytes_.append(text);
    }

    std::string bytes() && { return std::move(bytes_); }

 private:
    std::string bytes_;
};

// Reads what a ByteWriter wrote. Bytes that end too early give zeros and empty strings, and
// is_good() false from then on.
class ByteReader {
 public:
    explicit ByteReader(std::string_view bytes) : rest_(bytes) {}

    uint64_t number() {
        uint64_t value = 0;
        const std::string_view bytes = take(sizeof value);
        if (!bytes.empty()) std::memcpy(&value, bytes.data(), sizeof value);
        return value;
    }
    std::string_view text() { return take(number()); }

    bool is_good() const { return is_good_; }
    bool is_at_end() const { return rest_.empty(); }
    std::string_view rest() const { return rest_; }

 private:
    std::string_view take(uint64_t size) {
        if (size > rest_.size()) {
            is_good_ = false;
            rest_ = {};
            return {};
        }
        const std::string_view taken = rest_.substr(0, size);
        rest_.remove_prefix(size);
        return taken;
    }

    std::string_view rest_;
    bool is_good_ = true;
};

}  // namespace tt::tt_metal::jit
