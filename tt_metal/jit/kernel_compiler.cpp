// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "tt_metal/jit/kernel_compiler.hpp"

#include <utility>

#include "tt_metal/jit/byte_stream.hpp"
#include "tt_metal/jit/kernel_build.hpp"

namespace tt::tt_metal::jit {
namespace {

// Programs kept in memory; a model of many layers has a few hundred.
constexpr size_t kMaxRemembered = 4096;

}  // namespace

KernelCompiler::KernelCompiler(Settings settings)
    : settings_(std::move(settings)), cache_(settings_.cache_folder, settings_.cache_limit_bytes) {}

std::shared_ptr<const std::string> KernelCompiler::compile(const BuildRequest& request) {
    std::string key = request.canonical_text();
    if (auto elf = recall(key)) return elf;
    const CompilerLocation compiler = locate_compiler(settings_.find_compiler);
    ByteWriter context;
    context.put(compiler.identity);
    context.put(settings_.runtime_root.string());
    const std::string stored_key = std::move(context).bytes() + key;
    if (auto program = cache_.find(stored_key, digests_)) {
        return remember(std::move(key), *std::move(program));
    }
    KernelBuild build(request, compiler, settings_.runtime_root);
    CompiledProgram program{{}, build.run()};
    // Sources that change while they are compiled make a program that nobody asked for again.
    auto sources = make_closure(build.files_read(), build.include_folders(), digests_);
    if (!sources) return std::make_shared<const std::string>(std::move(program.elf));
    program.sources = *std::move(sources);
    cache_.store(stored_key, program);
    return remember(std::move(key), std::move(program));
}

std::shared_ptr<const std::string> KernelCompiler::recall(const std::string& key) {
    const std::scoped_lock lock(mutex_);
    const auto found = by_key_.find(key);
    if (found == by_key_.end()) return nullptr;
    const auto entry = found->second;
    if (!is_current(entry->sources, digests_)) {
        by_key_.erase(found);
        remembered_.erase(entry);
        return nullptr;
    }
    remembered_.splice(remembered_.begin(), remembered_, entry);
    return entry->elf;
}

std::shared_ptr<const std::string> KernelCompiler::remember(std::string key,
                                                            CompiledProgram program) {
    auto elf = std::make_shared<const std::string>(std::move(program.elf));
    const std::scoped_lock lock(mutex_);
    const auto [place, is_new] = by_key_.try_emplace(key);
    if (!is_new) remembered_.erase(place->second);
    remembered_.push_front({std::move(key), std::move(program.sources), elf});
    place->second = remembered_.begin();
    if (remembered_.size() > kMaxRemembered) {
        by_key_.erase(remembered_.back().key);
        remembered_.pop_back();
    }
    return elf;
}

}  // namespace tt::tt_metal::jit
