// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "tt_metal/runtime/print_server.hpp"

#include <cstdio>
#include <format>
#include <fstream>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

#include <tt-metalium/print_output.hpp>

#include "tt_metal/runtime/print_filter.hpp"

namespace tt::tt_metal {
namespace {

using Output = std::function<void(const std::string&)>;

void write_to_stdout(const std::string& lines) {
    std::fwrite(lines.data(), 1, lines.size(), stdout);
    std::fflush(stdout);
}

struct Outputs {
    std::mutex mutex;
    std::shared_ptr<const Output> chosen;
    std::map<std::string, std::weak_ptr<const Output>> files;  // one stream each, of all devices
};

// Never destroyed, as devices may still print when the process ends.
Outputs& outputs() {
    static Outputs& instance = *new Outputs;
    return instance;
}

void write_to_chosen_output(const std::string& lines) {
    std::shared_ptr<const Output> chosen;
    {
        const std::scoped_lock lock(outputs().mutex);
        chosen = outputs().chosen;
    }
    // Without the lock, as what takes the lines may wait for other threads.
    chosen ? (*chosen)(lines) : write_to_stdout(lines);
}

std::shared_ptr<const Output> file_output(const std::string& path) {
    const std::scoped_lock lock(outputs().mutex);
    if (auto output = outputs().files[path].lock()) return output;
    auto stream = std::make_shared<std::ofstream>(path, std::ios::binary);
    if (!*stream) {
        throw std::runtime_error("environment variable TT_METAL_DPRINT_FILE \"" + path +
                                 "\": this file cannot be written");
    }
    auto output = std::make_shared<const Output>(
        [stream, mutex = std::make_shared<std::mutex>()](const std::string& lines) {
            const std::scoped_lock writing(*mutex);
            *stream << lines << std::flush;
        });
    outputs().files[path] = output;
    return output;
}

}  // namespace

void set_print_output(Output output) {
    const std::scoped_lock lock(outputs().mutex);
    outputs().chosen = output ? std::make_shared<const Output>(std::move(output)) : nullptr;
}

namespace runtime_internal {

void attach_print_server(device_internal::DeviceBackend& chip, int device_id) {
    const PrintFilter filter = print_filter(print_variables(), device_id, chip.properties());
    if (filter.cores.empty()) return;
    const auto output = filter.file.empty() ? std::make_shared<const Output>(write_to_chosen_output)
                                            : file_output(filter.file);
    for (const device_internal::LogicalCore core : filter.cores) {
        for (const hw::Hart hart : filter.harts) {
            const std::string prefix = filter.with_prefix
                                           ? std::format("{}:(x={},y={}):{}: ", device_id, core.x,
                                                         core.y, short_name(hart))
                                           : "";
            chip.set_print_sink(core, hart, [prefix, output](std::string_view line) {
                (*output)(prefix + std::string(line) + "\n");
            });
        }
    }
}

}  // namespace runtime_internal
}  // namespace tt::tt_metal
