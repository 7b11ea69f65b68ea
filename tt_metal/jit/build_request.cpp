// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "tt_metal/jit/build_request.hpp"

#include "tt_metal/jit/byte_stream.hpp"

namespace tt::tt_metal::jit {

std::string BuildRequest::canonical_text() const {
    ByteWriter writer;
    writer.put(kernel);
    writer.put(file.string());
    writer.put(text);
    writer.put(static_cast<uint64_t>(hart));
    writer.put(compile_args.size());
    for (const uint32_t arg : compile_args) writer.put(arg);
    writer.put(named_compile_args.size());
    for (const auto& [name, arg] : named_compile_args) {
        writer.put(name);
        writer.put(arg);
    }
    writer.put(defines.size());
    for (const auto& [name, value] : defines) {
        writer.put(name);
        writer.put(value);
    }
    writer.put(include_folders.size());
    for (const auto& folder : include_folders) writer.put(folder.string());
    writer.put(optimisation);
    return std::move(writer).bytes();
}

}  // namespace tt::tt_metal::jit
