// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include <tt-metalium/program_cache.hpp>

#include <stdexcept>
#include <utility>

namespace tt::tt_metal {

std::shared_ptr<void> ProgramCache::find(const std::string& key) const {
    const std::scoped_lock lock(mutex_);
    const auto entry = entries_.find(key);
    if (enabled_ && entry != entries_.end()) return entry->second;
    if (!misses_allowed_) {
        throw std::runtime_error(
            "program cache: it has no such program, and misses are not allowed");
    }
    return nullptr;
}

void ProgramCache::insert(const std::string& key, std::shared_ptr<void> prepared) {
    const std::scoped_lock lock(mutex_);
    if (enabled_) entries_.insert_or_assign(key, std::move(prepared));
}

std::size_t ProgramCache::num_entries() const {
    const std::scoped_lock lock(mutex_);
    return entries_.size();
}

void ProgramCache::clear() {
    const std::scoped_lock lock(mutex_);
    entries_.clear();
}

bool ProgramCache::is_enabled() const {
    const std::scoped_lock lock(mutex_);
    return enabled_;
}

void ProgramCache::enable() {
    const std::scoped_lock lock(mutex_);
    enabled_ = true;
}

void ProgramCache::disable() {
    const std::scoped_lock lock(mutex_);
    enabled_ = false;
}

void ProgramCache::set_misses_allowed(bool allowed) {
    const std::scoped_lock lock(mutex_);
    misses_allowed_ = allowed;
}

}  // namespace tt::tt_metal
