// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "tt_metal/jit/program_cache.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <format>
#include <fstream>
#include <iterator>
#include <system_error>
#include <utility>
#include <vector>

#include "tt_metal/jit/byte_stream.hpp"
#include "tt_metal/jit/digest.hpp"

namespace tt::tt_metal::jit {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kEntrySuffix = ".kernel";
constexpr std::string_view kTemporarySuffix = ".writing";
// Older ones were left by a process that died.
constexpr auto kWritingTakesAtMost = std::chrono::hours(1);

std::string encode(const std::string& key, const CompiledProgram& program) {
    ByteWriter writer;
    writer.put(key);
    writer.put(program.sources.files.size());
    for (const auto& file : program.sources.files) {
        writer.put(file.path);
        writer.put(file.digest);
    }
    writer.put(program.sources.absent.size());
    for (const std::string& path : program.sources.absent) writer.put(path);
    writer.put(program.elf);
    const std::string content = std::move(writer).bytes();
    ByteWriter entry;
    entry.put(digest(content));
    return std::move(entry).bytes() + content;
}

std::optional<CompiledProgram> decode(std::string_view entry, const std::string& key) {
    ByteReader checked(entry);
    const uint64_t expected_digest = checked.number();
    if (!checked.is_good() || digest(checked.rest()) != expected_digest) return std::nullopt;
    ByteReader reader(checked.rest());
    if (reader.text() != key) return std::nullopt;
    CompiledProgram program;
    for (uint64_t count = reader.number(); count > 0 && reader.is_good(); --count) {
        const std::string path(reader.text());
        program.sources.files.push_back({path, reader.number()});
    }
    for (uint64_t count = reader.number(); count > 0 && reader.is_good(); --count) {
        program.sources.absent.emplace_back(reader.text());
    }
    program.elf = reader.text();
    return reader.is_good() && reader.is_at_end() ? std::optional(program) : std::nullopt;
}

bool write_file(const fs::path& path, const std::string& bytes) {
    std::ofstream stream(path, std::ios::binary);
    stream.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    stream.close();
    return stream.good();
}

std::string variable(const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr ? "" : value;
}

}  // namespace

ProgramCache::ProgramCache(fs::path folder, uint64_t limit_bytes)
    : folder_(std::move(folder)), limit_bytes_(limit_bytes), stored_bytes_(limit_bytes) {}

fs::path ProgramCache::entry_of(const std::string& key) const {
    return folder_ / std::format("{:016x}{}", digest(key), kEntrySuffix);
}

std::optional<CompiledProgram> ProgramCache::find(const std::string& key,
                                                  FileDigests& digests) const {
    if (folder_.empty()) return std::nullopt;
    const fs::path path = entry_of(key);
    std::ifstream stream(path, std::ios::binary);
    if (!stream) return std::nullopt;
    const std::string entry{std::istreambuf_iterator<char>(stream), {}};
    auto program = decode(entry, key);
    if (!program || !is_current(program->sources, digests)) return std::nullopt;
    // The time of the last use, for remove_oldest().
    utimensat(AT_FDCWD, path.c_str(), nullptr, 0);
    return program;
}

void ProgramCache::store(const std::string& key, const CompiledProgram& program) {
    if (folder_.empty()) return;
    static std::atomic<uint64_t> serial = 0;
    std::error_code ignored;
    fs::create_directories(folder_, ignored);
    const fs::path path = entry_of(key);
    const fs::path temporary =
        folder_ / std::format("{}-{}{}", getpid(), serial++, kTemporarySuffix);
    const std::string entry = encode(key, program);
    std::error_code failed;
    if (write_file(temporary, entry)) fs::rename(temporary, path, failed);
    fs::remove(temporary, ignored);  // still there if a folder is where the entry would be
    // Looking through the folder takes longer than storing: once at first, then now and then.
    if ((stored_bytes_ += entry.size()) > limit_bytes_ / 16) {
        stored_bytes_ = 0;
        remove_oldest();
    }
}

void ProgramCache::remove_oldest() const {
    struct Entry {
        fs::file_time_type used;
        uint64_t size;
        fs::path path;
    };
    std::vector<Entry> entries;
    uint64_t total = 0;
    std::error_code error;
    const auto now = fs::file_time_type::clock::now();
    for (fs::directory_iterator file(folder_, error), end; !error && file != end;
         file.increment(error)) {
        std::error_code gone;
        const Entry entry{file->last_write_time(gone), file->file_size(gone), file->path()};
        if (gone) continue;
        if (entry.path.extension() == kEntrySuffix) {
            total += entry.size;
            entries.push_back(entry);
        } else if (entry.path.extension() == kTemporarySuffix &&
                   now - entry.used > kWritingTakesAtMost) {
            fs::remove(entry.path, gone);
        }
    }
    std::ranges::sort(entries, {}, &Entry::used);
    for (auto entry = entries.begin(); total > limit_bytes_ && entry != entries.end(); ++entry) {
        fs::remove(entry->path, error);
        total -= entry->size;
    }
}

fs::path default_cache_folder() {
    if (const std::string folder = variable("TT_METAL_CACHE"); !folder.empty()) {
        return fs::path(folder) / "kernels";
    }
    // The standard of these variables has relative paths ignored.
    if (const fs::path caches = variable("XDG_CACHE_HOME"); caches.is_absolute()) {
        return caches / "tt-nn/kernels";
    }
    if (const fs::path home = variable("HOME"); home.is_absolute()) {
        return home / ".cache/tt-nn/kernels";
    }
    return {};
}

}  // namespace tt::tt_metal::jit
