// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// A chip with memories and no harts: a run ends at once and changes nothing. For tests of what the
// host does by itself; it also tells them what it was asked to run.
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "tt_metal/device/device_backend.hpp"

namespace tt::tt_metal::device_internal {

struct NullImage final : KernelImage {
    explicit NullImage(std::string image_name) : name(std::move(image_name)) {}

    std::string name;
};

// A grid of 4 x 2 cores and 3 DRAM banks of 1 MiB, which divide nothing evenly.
const ChipProperties& small_chip();

class NullBackend final : public DeviceBackend {
 public:
    explicit NullBackend(const ChipProperties& properties = small_chip());

    const ChipProperties& properties() const override { return properties_; }
    NocCore worker_noc(LogicalCore core) const override { return {core.x + 1, core.y + 1}; }
    void write_l1(LogicalCore core, uint32_t address, std::span<const std::byte> bytes) override;
    void read_l1(LogicalCore core, uint32_t address, std::span<std::byte> bytes) const override;
    void write_dram(uint32_t bank, uint64_t address, std::span<const std::byte> bytes) override;
    void read_dram(uint32_t bank, uint64_t address, std::span<std::byte> bytes) const override;
    std::string kind() const override { return "null"; }
    // Takes any bytes but an empty file.
    std::shared_ptr<const KernelImage> make_image(std::span<const std::byte> elf,
                                                  const std::string& name) const override;
    void load(LogicalCore core, hw::Hart hart,
              const std::shared_ptr<const KernelImage>& image) override;
    RunStatistics run(std::span<const LogicalCore> cores) override;
    // No run reaches for memory, retires instructions, or takes time.
    void set_free_memory(std::span<const AddressRange>, std::span<const AddressRange>) override {}
    void set_instruction_budget(uint64_t) override {}
    void set_print_sink(LogicalCore, hw::Hart, std::function<void(std::string_view)>) override {}
    void set_interruption_check(std::function<void()>) override {}

    // ── What tests ask ──
    const std::vector<LogicalCore>& last_run() const { return last_run_; }
    std::string loaded(LogicalCore core, hw::Hart hart) const;
    // The next run throws this.
    void fail_next_run(ExecutionError error) { failure_ = std::move(error); }

 private:
    using Memory = std::vector<std::byte>;

    std::size_t index(LogicalCore core) const;

    ChipProperties properties_;
    std::vector<Memory> l1_;    // row by row
    std::vector<Memory> dram_;  // bank by bank
    std::map<std::pair<LogicalCore, hw::Hart>, std::shared_ptr<const KernelImage>> loaded_;
    std::vector<LogicalCore> last_run_;
    std::optional<ExecutionError> failure_;
};

}  // namespace tt::tt_metal::device_internal
