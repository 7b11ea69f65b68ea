# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Views of a tensor: a box of points, each dimension of which walks along one dimension of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import prod
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True)
class Move:
    """Where a dimension of a box goes in a tensor.

    Attributes:
        dim: The tensor's dimension; None: nowhere, so that the tensor is repeated.
        step: From one point to the next.
    """

    dim: int | None
    step: int


@dataclass(frozen=True)
class View:
    """A box of points of a tensor.

    Attributes:
        shape: Of the tensor.
        base: The tensor's element that the first point is.
        extents: Of the box.
        moves: One for each dimension of the box.
    """

    shape: tuple[int, ...]
    base: tuple[int, ...]
    extents: tuple[int, ...]
    moves: tuple[Move, ...]

    @classmethod
    def of(cls, shape: Iterable[int]) -> View:
        """All of a tensor."""
        extents = tuple(shape)
        moves = tuple(Move(dim, 1) for dim in range(len(extents)))
        return cls(extents, (0,) * len(extents), extents, moves)

    def permute(self, dims: Sequence[int]) -> View:
        """The same points, with the dimensions of the box in another order."""
        return replace(
            self,
            extents=tuple(self.extents[dim] for dim in dims),
            moves=tuple(self.moves[dim] for dim in dims),
        )

    def slice(self, dim: int, start: int, count: int, step: int = 1) -> View:
        """The points start, start + step, ... of a dimension of the box."""
        move = self.moves[dim]
        base = list(self.base)
        if move.dim is not None:
            base[move.dim] += start * move.step
        return replace(
            self,
            base=tuple(base),
            extents=_with(self.extents, dim, [count]),
            moves=_with(self.moves, dim, [Move(move.dim, move.step * step)]),
        )

    def flip(self, dim: int) -> View:
        """The points of a dimension of the box, from the last to the first."""
        return self.slice(dim, max(self.extents[dim] - 1, 0), self.extents[dim], -1)

    def select(self, dim: int, index: int) -> View:
        """One point of a dimension of the box, which is gone then."""
        at = self.slice(dim, index, 1)
        return replace(at, extents=_with(at.extents, dim, []), moves=_with(at.moves, dim, []))

    def repeat(self, dim: int, count: int) -> View:
        """Puts a dimension in front of `dim` in which the points are repeated."""
        return replace(
            self,
            extents=(*self.extents[:dim], count, *self.extents[dim:]),
            moves=(*self.moves[:dim], Move(None, 0), *self.moves[dim:]),
        )

    def split(self, dim: int, inner: int) -> View:
        """Makes two dimensions of one, the second of which has `inner` points."""
        move = self.moves[dim]
        return replace(
            self,
            extents=_with(self.extents, dim, [self.extents[dim] // inner, inner]),
            moves=_with(self.moves, dim, [Move(move.dim, move.step * inner), move]),
        )

    def strides(self) -> list[int]:
        """Of the box, in elements."""
        of_dim = [prod(self.shape[dim + 1 :]) for dim in range(len(self.shape))]
        return [0 if m.dim is None else m.step * of_dim[m.dim] for m in self.moves]

    def flat_base(self) -> int:
        """The number of the element that the first point is."""
        return sum(at * prod(self.shape[dim + 1 :]) for dim, at in enumerate(self.base))


def _with(items: tuple[T, ...], index: int, new: Sequence[T]) -> tuple[T, ...]:
    return (*items[:index], *new, *items[index + 1 :])


@dataclass(frozen=True)
class Piece:
    """A box of points on its way.

    Attributes:
        source: Where they are.
        target: Where they go; of the same extents.
        operand: Number of the tensor that the source is of.
    """

    source: View
    target: View
    operand: int = 0

    def in_tiles(self, height: int, width: int) -> Piece | None:
        """The same in tiles of so many rows and columns; None if they are not whole tiles."""
        piece: Piece | None = self
        for dim, extent in ((-2, height), (-1, width)):
            piece = piece and piece._in_tiles_of(dim, extent)
        return piece

    def _in_tiles_of(self, dim: int, tile: int) -> Piece | None:
        """The same with `tile` elements as one in the last dimension (-1) or that before (-2)."""
        source, target = self.source, self.target
        rank = len(source.shape), len(target.shape)
        if min(rank) < 2:
            return None
        dims = rank[0] + dim, rank[1] + dim
        inner = [
            i
            for i, moves in enumerate(zip(source.moves, target.moves, strict=True))
            if tuple((m.dim, m.step) for m in moves) == tuple((d, 1) for d in dims)
        ]
        if len(inner) != 1:
            return None
        (index,) = inner
        extent = source.extents[index]
        ends = (source.base[dims[0]] + extent, target.base[dims[1]] + extent)
        is_all_that_follows = ends == (source.shape[dims[0]], target.shape[dims[1]])
        if extent % tile and not is_all_that_follows:
            return None
        views = [_in_tiles(v, d, tile, index) for v, d in zip((source, target), dims, strict=True)]
        if views[0] is None or views[1] is None:
            return None
        return replace(self, source=views[0], target=views[1])


def _in_tiles(view: View, dim: int, tile: int, inner: int) -> View | None:
    others = [m.step for i, m in enumerate(view.moves) if m.dim == dim and i != inner]
    if view.base[dim] % tile or any(step % tile for step in others):
        return None
    return replace(
        view,
        shape=_with(view.shape, dim, [-(-view.shape[dim] // tile)]),
        base=_with(view.base, dim, [view.base[dim] // tile]),
        extents=_with(view.extents, inner, [-(-view.extents[inner] // tile)]),
        moves=tuple(
            Move(dim, m.step // tile) if m.dim == dim and i != inner else m
            for i, m in enumerate(view.moves)
        ),
    )
