# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Program configurations of matrix products: how the work is cut, in tiles.

Results do not depend on them. What they say of blocks and cores is followed where one core's part
of the work is cut; how operands travel between cores is the product's own affair.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ttnn._arguments import require_type
from ttnn._ttnn import CoreCoord, CoreRange, CoreRangeSet

_DST_TILES = 8


@dataclass(kw_only=True)
class _Blocks:
    """What all have: steps along K in one block, and the part of one core."""

    in0_block_w: int
    per_core_M: int
    per_core_N: int

    def __post_init__(self) -> None:
        """Refuses what cannot be."""
        for name in self._sizes():
            value = getattr(self, name)
            require_type(name, value, int)
            if value < 1:
                raise ValueError(f"{name}: {value}; a size is at least 1")

    def _sizes(self) -> list[str]:
        return ["in0_block_w", "per_core_M", "per_core_N"]

    @property
    def blocking(self) -> tuple[int, int, int]:
        """Height, width and depth of what a core works on at a time."""
        return (self.per_core_M, self.per_core_N, self.in0_block_w)

    @property
    def cores(self) -> CoreRangeSet | None:
        """The cores that work; all if none are said."""
        return None


@dataclass(kw_only=True)
class MatmulMultiCoreReuseProgramConfig(_Blocks):
    """Each core makes per_core_M x per_core_N tiles of output, subblock by subblock."""

    compute_with_storage_grid_size: CoreCoord | tuple[int, int]
    out_subblock_h: int
    out_subblock_w: int
    allowed_worker_cores: CoreRangeSet | None = None

    def __post_init__(self) -> None:
        """Refuses what cannot be."""
        super().__post_init__()
        grid = self.compute_with_storage_grid_size
        if isinstance(grid, tuple):
            self.compute_with_storage_grid_size = CoreCoord(*grid)
        require_type(
            "compute_with_storage_grid_size", self.compute_with_storage_grid_size, CoreCoord
        )
        require_type("allowed_worker_cores", self.allowed_worker_cores, CoreRangeSet, type(None))
        self._check_division()

    def _sizes(self) -> list[str]:
        return [*super()._sizes(), "out_subblock_h", "out_subblock_w"]

    def _block(self) -> tuple[tuple[str, int], tuple[str, int]]:
        return ("per_core_M", self.per_core_M), ("per_core_N", self.per_core_N)

    def _check_division(self) -> None:
        subblock = (
            ("out_subblock_h", self.out_subblock_h),
            ("out_subblock_w", self.out_subblock_w),
        )
        for (name, size), (part_name, part) in zip(self._block(), subblock, strict=True):
            _require_divides(name, size, part_name, part)
        tiles = self.out_subblock_h * self.out_subblock_w
        if tiles > _DST_TILES:
            raise ValueError(
                f"out_subblock_h, out_subblock_w: {self.out_subblock_h} x {self.out_subblock_w}; "
                f"the registers of the matrix unit hold {_DST_TILES} tiles"
            )

    @property
    def blocking(self) -> tuple[int, int, int]:
        """Height, width and depth of what a core works on at a time."""
        return (self.out_subblock_h, self.out_subblock_w, self.in0_block_w)

    @property
    def cores(self) -> CoreRangeSet | None:
        """The cores that work."""
        if self.allowed_worker_cores is not None:
            return self.allowed_worker_cores
        size = self.compute_with_storage_grid_size
        assert isinstance(size, CoreCoord)
        return CoreRangeSet(CoreRange(CoreCoord(0, 0), CoreCoord(size.x - 1, size.y - 1)))


def _require_divides(name: str, size: int, part_name: str, part: int) -> None:
    if size % part != 0:
        raise ValueError(f"{part_name}: {part}; {name}, {size}, must be a multiple of it")


@dataclass(kw_only=True)
class _MultiCast(MatmulMultiCoreReuseProgramConfig):
    """Those by which operands are sent to several cores."""

    out_block_h: int | None = None
    out_block_w: int | None = None
    fused_activation: Any = None

    def __post_init__(self) -> None:
        """Refuses what cannot be."""
        self.out_block_h = self.per_core_M if self.out_block_h is None else self.out_block_h
        self.out_block_w = self.per_core_N if self.out_block_w is None else self.out_block_w
        super().__post_init__()

    def _sizes(self) -> list[str]:
        return [*super()._sizes(), "out_block_h", "out_block_w"]

    def _block(self) -> tuple[tuple[str, int], tuple[str, int]]:
        assert self.out_block_h is not None
        assert self.out_block_w is not None
        _require_divides("per_core_M", self.per_core_M, "out_block_h", self.out_block_h)
        _require_divides("per_core_N", self.per_core_N, "out_block_w", self.out_block_w)
        return ("out_block_h", self.out_block_h), ("out_block_w", self.out_block_w)


@dataclass(kw_only=True)
class MatmulMultiCoreReuseMultiCastProgramConfig(_MultiCast):
    """Cores in a rectangle share rows of one operand and columns of the other."""

    transpose_mcast: bool
    fuse_batch: bool = True


@dataclass(kw_only=True)
class MatmulMultiCoreReuseMultiCast1DProgramConfig(_MultiCast):
    """Cores in a line share one operand."""

    fuse_batch: bool
    mcast_in0: bool
    gather_in0: bool = False
    hop_cores: CoreRangeSet | None = None
    num_global_cb_receivers: int = 1
    untilize_out: bool = False

    def __post_init__(self) -> None:
        """Refuses what cannot be."""
        super().__post_init__()
        if self.mcast_in0 and self.gather_in0:
            raise ValueError("gather_in0: True; not together with mcast_in0")


@dataclass(kw_only=True)
class MatmulMultiCoreReuseMultiCastDRAMShardedProgramConfig(_Blocks):
    """The second operand lies in the banks of DRAM by columns."""

    fused_activation: Any = None


@dataclass(kw_only=True)
class MatmulMultiCoreReuseMultiCastBatchedDRAMShardedProgramConfig(_Blocks):
    """Both operands lie in shards of whole matrices."""

    fused_activation: Any = None


MatmulProgramConfig = (
    MatmulMultiCoreReuseProgramConfig
    | MatmulMultiCoreReuseMultiCastProgramConfig
    | MatmulMultiCoreReuseMultiCast1DProgramConfig
    | MatmulMultiCoreReuseMultiCastDRAMShardedProgramConfig
    | MatmulMultiCoreReuseMultiCastBatchedDRAMShardedProgramConfig
)
