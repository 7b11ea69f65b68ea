// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "ttnn/cpp/operations/reduction/reduction.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "ttnn/cpp/operations/reduction/device/reduction_program.hpp"
#include "ttnn/cpp/tensor/transfer.hpp"

namespace ttnn {

namespace {

using tt::hw::TilePart;

std::vector<bool> reduced_dims(const Operand& input, const std::vector<int64_t>& dims) {
    const Shape& shape = input.tensor.shape();
    const auto rank = static_cast<int64_t>(shape.rank());
    std::vector<bool> reduced(shape.rank(), dims.empty());
    for (const int64_t dim : dims) {
        const int64_t place = dim < 0 ? dim + rank : dim;
        const bool is_there = place >= 0 && place < rank;
        if (!is_there || reduced[place]) {
            throw std::invalid_argument("dim: " + std::to_string(dim) + "; " +
                                        (is_there ? "a dimension is reduced once"
                                                  : input.name + " is of " + shape.to_string() +
                                                        ", which has no such one"));
        }
        reduced[place] = true;
    }
    return reduced;
}

// The tiles of a tensor as [outer, reduced, inner], of which the middle goes.
struct Pass {
    TileRuns tiles;
    size_t first_dim;
    size_t end_dim;  // of the dimensions that it reduces
};

uint32_t product(std::span<const uint32_t> extents) {
    uint32_t volume = 1;
    for (const uint32_t extent : extents) volume *= extent;
    return volume;
}

// One for each run of dimensions before the last two, one for the height, one for the width; those
// with nothing to do are left out. `extents` has at least two.
std::vector<Pass> passes_of(std::vector<uint32_t> extents, const std::vector<bool>& reduced,
                            const Tile& tile) {
    const size_t batch_rank = extents.size() - 2;
    const uint32_t height = extents[batch_rank];
    const uint32_t width = extents[batch_rank + 1];
    const auto height_tiles = static_cast<uint32_t>(tiles_to_cover(height, tile.get_height()));
    const auto width_tiles = static_cast<uint32_t>(tiles_to_cover(width, tile.get_width()));
    const std::span<uint32_t> batch = std::span(extents).first(batch_rank);
    std::vector<Pass> passes;
    for (size_t first = 0; first < batch_rank; ++first) {
        size_t end = first;
        while (end < batch_rank && reduced[end]) ++end;
        const uint32_t count = product(batch.subspan(first, end - first));
        if (count > 1) {
            passes.push_back({{.outer = product(batch.first(first)),
                               .reduced = count,
                               .inner = product(batch.subspan(end)) * height_tiles * width_tiles},
                              first,
                              end});
        }
        std::ranges::fill(batch.subspan(first, end - first), 1);
        first = std::max(first, end);
    }
    const uint32_t matrices = product(batch);
    const bool has_rows = reduced[batch_rank] && height > 1;
    if (has_rows) {
        passes.push_back({{.outer = matrices,
                           .reduced = height_tiles,
                           .inner = width_tiles,
                           .part = TilePart::kRow,
                           .last_count = height - (height_tiles - 1) * tile.get_height()},
                          batch_rank,
                          batch_rank + 1});
    }
    if (reduced[batch_rank + 1] && width > 1) {
        passes.push_back({{.outer = matrices * (has_rows ? 1 : height_tiles),
                           .reduced = width_tiles,
                           .inner = 1,
                           .part = TilePart::kColumn,
                           .last_count = width - (width_tiles - 1) * tile.get_width()},
                          batch_rank + 1,
                          batch_rank + 2});
    }
    if (passes.empty()) {
        passes.push_back(
            {{.outer = matrices * height_tiles * width_tiles, .reduced = 1, .inner = 1}, 0, 0});
    }
    return passes;
}

// Steps from slot 0 to slot 0.
std::vector<SfpuStep> steps_of(const std::optional<SfpuChain>& chain, const char* name) {
    constexpr uint32_t kSlots =
        3;  // of the four tiles of DST, but for the one that is summed up in
    if (!chain) return {};
    chain->check(1);
    if (chain->num_slots > kSlots) {
        throw std::invalid_argument(std::string(name) + ": " + std::to_string(chain->num_slots) +
                                    " values at a time; there is room for " +
                                    std::to_string(kSlots));
    }
    std::vector<SfpuStep> steps = chain->steps;
    if (chain->result_slot != 0) {
        steps.push_back({.function = tt::hw::SfpuFunction::k_identity,
                         .format = steps.back().format,
                         .operands = {chain->result_slot},
                         .scalars = {},
                         .out = 0});
    }
    return steps;
}

MemoryConfig interleaved(const TensorSpec& spec) {
    return MemoryConfig{.buffer_type = spec.memory_config.buffer_type};
}

void require_tiles(const Operand& input) {
    require_on_device(input);
    require_layout(input, Layout::TILE);
    if (input.tensor.shape().volume() == 0) {
        throw std::invalid_argument(input.name + ": " + input.tensor.shape().to_string() +
                                    "; a tensor without elements cannot be reduced");
    }
}

// What is left of one pass's work for others: runs so long that cores would be idle are cut, and
// their parts put together by a pass of their own.
Tensor reduce_runs(const Tensor& input, const TileRuns& runs, const FoldSteps& steps,
                   const TensorSpec& result_spec, const Reduction& reduction) {
    const Device& device = *input.device();
    const size_t num_cores = reduction.cores ? reduction.cores->num_cores()
                                             : device.compute_with_storage_grid_size().x *
                                                   device.compute_with_storage_grid_size().y;
    const TileRuns cut = cut_for(runs, static_cast<uint32_t>(num_cores));
    const uint32_t parts = cut.chunks();
    if (parts == 1) {
        const Tensor result = allocate_on_device(result_spec, input.device());
        run_reduction(input, cut, steps, result, reduction.cores);
        return result;
    }
    const Tile& tile = result_spec.tile;
    TensorSpec parts_spec{
        .shape = Shape({runs.outer * runs.inner * parts * tile.get_height(), tile.get_width()}),
        .dtype = reduction.dtype,
        .layout = Layout::TILE,
        .memory_config = interleaved(input.spec()),
        .tile = tile};
    const Tensor of_parts = allocate_on_device(parts_spec, input.device());
    FoldSteps first = steps;
    first.after.clear();
    run_reduction(input, cut, first, of_parts, reduction.cores);
    FoldSteps last = steps;
    last.before.clear();
    const TileRuns rest{.outer = runs.outer * runs.inner, .reduced = parts, .inner = 1};
    const Tensor result = allocate_on_device(result_spec, input.device());
    run_reduction(of_parts, rest, last, result, reduction.cores);
    return result;
}

}  // namespace

Tensor reduce(const Operand& input, const Reduction& reduction) {
    require_tiles(input);
    const SfpuStep fold = make_sfpu_step(reduction.fold, reduction.dtype, {0, 1}, {}, 0);
    const std::vector<SfpuStep> before = steps_of(reduction.before, "before");
    const std::vector<SfpuStep> after = steps_of(reduction.after, "after");
    std::vector<bool> reduced = reduced_dims(input, reduction.dims);
    std::vector<uint32_t> extents(input.tensor.shape().extents().begin(),
                                  input.tensor.shape().extents().end());
    const size_t added = extents.size() < 2 ? 2 - extents.size() : 0;
    extents.insert(extents.begin(), added, 1);
    reduced.insert(reduced.begin(), added, false);

    const std::vector<Pass> passes = passes_of(extents, reduced, input.tensor.spec().tile);
    Tensor current = input.tensor;
    for (size_t i = 0; i < passes.size(); ++i) {
        const bool is_last = i + 1 == passes.size();
        const Pass& pass = passes[i];
        std::fill(extents.begin() + pass.first_dim, extents.begin() + pass.end_dim, 1);
        TensorSpec spec = current.spec();
        spec.shape = Shape(std::span<const uint32_t>(extents).subspan(added));
        spec.dtype = is_last ? reduction.result_dtype : reduction.dtype;
        spec.memory_config =
            is_last ? reduction.memory_config.value_or(interleaved(spec)) : interleaved(spec);
        const FoldSteps steps{.fold = fold,
                              .before = i == 0 ? before : std::vector<SfpuStep>{},
                              .after = is_last ? after : std::vector<SfpuStep>{}};
        current = reduce_runs(current, pass.tiles, steps, spec, reduction);
    }
    return current;
}

}  // namespace ttnn
