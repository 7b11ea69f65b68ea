# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Programs of a user's own, from kernels that are given as text."""

from __future__ import annotations

from math import prod

import numpy as np
import pytest

import ttnn

ORIGIN = ttnn.CoreCoord(0, 0)
TILE_BYTES = 2048

READER = """
#include "api/dataflow/dataflow_api.h"

void kernel_main() {
    const uint32_t first = get_arg_val<uint32_t>(0), count = get_arg_val<uint32_t>(1);
    const InterleavedAddrGenFast<true> in = {
        get_common_arg_val<uint32_t>(0), get_tile_size(0), get_dataformat(0)};
    for (uint32_t tile = first; tile < first + count; ++tile) {
        cb_reserve_back(0, 1);
        noc_async_read_tile(tile, in, get_write_ptr(0));
        noc_async_read_barrier();
        cb_push_back(0, 1);
    }
}
"""
COMPUTE = """
#include "api/compute/compute_kernel_api.h"
#include "api/compute/eltwise_unary/eltwise_unary.h"
#include "api/compute/pack.h"
#include "api/compute/tile_move_copy.h"

void kernel_main() {
    const uint32_t count = get_arg_val<uint32_t>(0);
    unary_op_init_common(0, 16);
    for (uint32_t tile = 0; tile < count; ++tile) {
        cb_wait_front(0, 1);
        cb_reserve_back(16, 1);
        tile_regs_acquire();
        copy_tile(0, 0, 0);
        for (uint32_t i = 0; i < get_named_compile_time_arg_val("times"); ++i) FUNCTION(0);
        tile_regs_commit();
        tile_regs_wait();
        pack_tile(0, 16);
        tile_regs_release();
        cb_pop_front(0, 1);
        cb_push_back(16, 1);
    }
}
"""
WRITER = """
#include "dataflow_api.h"
#include "debug/dprint.h"

void kernel_main() {
    const uint32_t first = get_arg_val<uint32_t>(0), count = get_arg_val<uint32_t>(1);
    const auto out = TensorAccessor(
        TensorAccessorArgs<0>(), get_common_arg_val<uint32_t>(0), get_tile_size(16));
    for (uint32_t tile = first; tile < first + count; ++tile) {
        cb_wait_front(16, 1);
        noc_async_write_page(tile, out, get_read_ptr(16));
        noc_async_write_barrier();
        cb_pop_front(16, 1);
        DPRINT << "tile " << tile << ENDL();
    }
}
"""


def kernel(source: str, cores: ttnn.CoreRangeSet, **options) -> ttnn.KernelDescriptor:
    return ttnn.KernelDescriptor(
        kernel_source=source,
        source_type=ttnn.KernelDescriptor.SourceType.SOURCE_CODE,
        core_ranges=cores,
        **options,
    )


def squares(source: ttnn.Tensor, target: ttnn.Tensor, times: int) -> ttnn.ProgramDescriptor:
    """A program that squares every element so many times, on as many cores as there are tiles."""
    tiles = prod(source.padded_shape) // ttnn.TILE_SIZE**2
    grid = source.device().compute_with_storage_grid_size()
    _, cores, group_1, _, tiles_1, tiles_2 = ttnn.split_work_to_cores(grid, tiles)
    moves, counts = ttnn.RuntimeArgs(), ttnn.RuntimeArgs()
    first = 0
    for core in ttnn.corerange_to_cores(cores):
        count = tiles_1 if group_1.contains(core) else tiles_2
        moves[core.x][core.y] = [first, count]
        counts.append(core, [count])
        first += count
    return ttnn.ProgramDescriptor(
        kernels=[
            kernel(
                READER,
                cores,
                runtime_args=moves,
                common_runtime_args=[source.buffer_address()],
                config=ttnn.ReaderConfigDescriptor(),
            ),
            kernel(
                WRITER,
                cores,
                compile_time_args=ttnn.TensorAccessorArgs(target).get_compile_time_args(),
                runtime_args=moves,
                common_runtime_args=[target.buffer_address()],
                config=ttnn.WriterConfigDescriptor(),
            ),
            kernel(
                COMPUTE,
                cores,
                runtime_args=counts,
                named_compile_time_args=[("times", times)],
                defines=[("FUNCTION", "square_tile")],
                config=ttnn.ComputeConfigDescriptor(),
            ),
        ],
        cbs=[
            ttnn.CBDescriptor(
                2 * TILE_BYTES,
                cores,
                [ttnn.CBFormatDescriptor(index, ttnn.bfloat16, TILE_BYTES)],
            )
            for index in (0, 16)
        ],
    )


@pytest.fixture
def values() -> np.ndarray:
    return np.random.default_rng(0).integers(-4, 5, (64, 64)).astype(np.float32)


def test_three_kernels_from_strings(device: ttnn.Device, values: np.ndarray) -> None:
    source = ttnn.from_numpy(values, dtype=ttnn.bfloat16, layout=ttnn.TILE_LAYOUT, device=device)
    target = ttnn.allocate_tensor_on_device(source.shape, ttnn.bfloat16, ttnn.TILE_LAYOUT, device)

    for times in (1, 2):
        result = ttnn.generic_op([source, target], squares(source, target, times))
        np.testing.assert_array_equal(ttnn.to_numpy(result), values ** (2**times))


def test_what_kernels_print_is_on_pythons_output(
    values: np.ndarray, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("TT_METAL_DPRINT_CORES", "(0,0)")
    with ttnn.manage_device(device_id=1) as device:
        source = ttnn.from_numpy(
            values, dtype=ttnn.bfloat16, layout=ttnn.TILE_LAYOUT, device=device
        )
        ttnn.generic_op([source, source], squares(source, source, 1))

    assert capsys.readouterr().out == "1:(x=0,y=0):BR: tile 0\n"


def test_an_error_of_compilation_names_the_line(device: ttnn.Device, values: np.ndarray) -> None:
    tensor = ttnn.from_numpy(values, layout=ttnn.TILE_LAYOUT, device=device)
    program = ttnn.ProgramDescriptor([kernel("void kernel_main() {\n  oops;\n}", ORIGIN)])

    with pytest.raises(ttnn.KernelCompileError, match=r"<source string \w+>:2:3: error:"):
        ttnn.generic_op([tensor], program)


def test_bad_arguments_are_named(device: ttnn.Device, values: np.ndarray) -> None:
    tensor = ttnn.from_numpy(values, layout=ttnn.TILE_LAYOUT, device=device)
    text = "void kernel_main() {}"
    cases = [
        ([], {}, ValueError, "io_tensors: is empty"),
        ([values], {}, TypeError, r"io_tensors\[0\]: expected ttnn.Tensor"),
        ([tensor], {"compile_time_args": [1, -1]}, ValueError, r"compile_time_args\[1\]: -1"),
        (
            [tensor],
            {"compile_time_args": [0.5]},
            TypeError,
            r"compile_time_args\[0\]: expected int",
        ),
        ([tensor], {"runtime_args": [(ORIGIN, [2**32])]}, ValueError, r"core \(0,0\)\[0\]"),
        ([tensor], {"defines": [("A", "1"), ("A", "1")]}, ValueError, 'defines: "A"'),
        ([tensor], {"config": 1}, TypeError, "config: expected"),
        ([tensor], {"runtime_args": [(ttnn.CoreCoord(1, 0), [1])]}, ValueError, r"\(1,0\)"),
    ]
    for tensors, options, error, message in cases:
        program = ttnn.ProgramDescriptor([kernel(text, ORIGIN, **options)])
        with pytest.raises(error, match=message):
            ttnn.generic_op(tensors, program)

    host = ttnn.from_numpy(values)
    with pytest.raises(ValueError, match=r"io_tensors\[1\]: is on the host"):
        ttnn.generic_op([tensor, host], ttnn.ProgramDescriptor([kernel(text, ORIGIN)]))
    with pytest.raises(ValueError, match="kernels"):
        ttnn.generic_op([tensor], ttnn.ProgramDescriptor())


def test_tiles_of_a_circular_buffer_may_be_smaller(device: ttnn.Device, values: np.ndarray) -> None:
    tensor = ttnn.from_numpy(values, layout=ttnn.TILE_LAYOUT, device=device)
    text = """
        #include "api/dataflow/dataflow_api.h"
        void kernel_main() { if (get_tile_hw(0) != 512) cb_pop_front(9, 1); }
    """

    def program(tile: ttnn.TileDescriptor | None) -> ttnn.ProgramDescriptor:
        pages = ttnn.CBFormatDescriptor(0, ttnn.bfloat16, 1024, tile)
        cbs = [ttnn.CBDescriptor(1024, ORIGIN, [pages])]
        return ttnn.ProgramDescriptor([kernel(text, ORIGIN)], cbs=cbs)

    ttnn.generic_op([tensor], program(ttnn.TileDescriptor(16, 32)))
    with pytest.raises(ttnn.KernelError, match=r"cb 9|<source string \w+>:3"):
        ttnn.generic_op([tensor], program(None))
    with pytest.raises(ValueError, match="17"):
        ttnn.generic_op([tensor], program(ttnn.TileDescriptor(17, 32)))


def test_programs_on_cores_of_their_own_are_merged() -> None:
    one = ttnn.ProgramDescriptor([kernel("", ORIGIN)])
    other = ttnn.ProgramDescriptor([kernel("", ttnn.CoreCoord(1, 0))])

    assert len(ttnn.merge_program_descriptors([one, other]).kernels) == 2
    with pytest.raises(RuntimeError, match="use 1 of the same cores"):
        ttnn.merge_program_descriptors([one, other, one])


def test_hash_leaves_out_run_time_arguments() -> None:
    def hash_of(**options) -> int:
        program = ttnn.ProgramDescriptor([kernel("", ORIGIN, **options)])
        return ttnn.compute_program_descriptor_hash(program)

    assert hash_of(runtime_args=[(ORIGIN, [1])]) == hash_of(common_runtime_args=[2])
    assert hash_of(compile_time_args=[1]) != hash_of(compile_time_args=[2])
    program = ttnn.ProgramDescriptor(custom_program_hash=7)
    assert ttnn.compute_program_descriptor_hash(program) == 7


def test_runtime_args_are_set_read_and_changed_by_core() -> None:
    args = ttnn.RuntimeArgs()
    args[0][1] = [5]
    args[0].append(1, 6)
    args[0].extend(2, (7, 8))
    args.append(ttnn.CoreCoord(1, 0), (9,))

    assert args[0][1] == [5, 6]
    assert len(args) == 3
    assert args.get(1) == (ttnn.CoreCoord(0, 2), [7, 8])
    assert list(args) == args.to_list()
    assert repr(args).startswith("RuntimeArgs([(CoreCoord(x=0, y=1), [5, 6])")
    args.clear()
    assert len(args) == 0


def test_core_ranges() -> None:
    square = ttnn.CoreRange(ttnn.CoreCoord(0, 0), ttnn.CoreCoord(1, 1))
    cores = ttnn.CoreRangeSet({square, ttnn.CoreRange(ttnn.CoreCoord(3, 0), ttnn.CoreCoord(3, 2))})

    assert cores.num_cores() == 7
    assert cores.contains(ttnn.CoreCoord(3, 2))
    assert not cores.contains(ttnn.CoreCoord(2, 0))
    assert cores.bounding_box() == ttnn.CoreRange(ttnn.CoreCoord(0, 0), ttnn.CoreCoord(3, 2))
    assert cores.subtract(ttnn.CoreRangeSet([square])).num_cores() == 3
    assert ttnn.CoreRangeSet(square) == ttnn.CoreRangeSet([square])
    assert repr(square) == "CoreRange(CoreCoord(x=0, y=0), CoreCoord(x=1, y=1))"
    assert ttnn.corerange_to_cores(square, max_cores=3, row_wise=True) == [
        ttnn.CoreCoord(0, 0),
        ttnn.CoreCoord(1, 0),
        ttnn.CoreCoord(0, 1),
    ]
    for grid in (ttnn.CoreCoord(2, 2), ttnn.CoreRangeSet(square)):
        used, _, larger, smaller, more, fewer = ttnn.split_work_to_cores(grid, 7)
        assert (used, larger.num_cores(), smaller.num_cores(), more, fewer) == (4, 3, 1, 2, 1)
    with pytest.raises(ValueError, match="overlap"):
        ttnn.CoreRangeSet([square, square])
