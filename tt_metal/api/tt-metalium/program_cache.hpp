// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// What operations have prepared for a device, to be found again by everything that it depends on.
//
// Any thread may use it. A device forgets it all when it is closed.
#pragma once

#include <cstddef>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>

namespace tt::tt_metal {

class ProgramCache {
 public:
    // What was kept under this key, or null; null always while the cache is disabled. The key says
    // what type it is of. Throws std::runtime_error if there is nothing and misses are not allowed.
    std::shared_ptr<void> find(const std::string& key) const;
    // Does nothing while the cache is disabled.
    void insert(const std::string& key, std::shared_ptr<void> prepared);

    std::size_t num_entries() const;
    void clear();
    bool is_enabled() const;  // as it is at first
    void enable();
    void disable();
    // Whether something new may be prepared; for tests that everything has been.
    void set_misses_allowed(bool allowed);

 private:
    mutable std::mutex mutex_;
    std::unordered_map<std::string, std::shared_ptr<void>> entries_;
    bool enabled_ = true;
    bool misses_allowed_ = true;
};

}  // namespace tt::tt_metal
