# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Run-time arguments of a kernel, by core."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ttnn._arguments import require_type
from ttnn._ttnn import CoreCoord


class RuntimeArgs:
    """Words for each core, in the order in which cores were first named.

    Example:
        >>> args = RuntimeArgs()
        >>> args[0][1] = [5, 6]
        >>> args[0][1].append(7)
        >>> args.to_list()
        [(CoreCoord(x=0, y=1), [5, 6, 7])]
    """

    def __init__(self) -> None:
        self._of_core: dict[tuple[int, int], list[int]] = {}

    def __getitem__(self, x: int) -> RuntimeArgsColumn:
        """The cores of one column: `args[x][y]`."""
        return RuntimeArgsColumn(self._of_core, x)

    def append(self, core: CoreCoord, values: Sequence[int]) -> None:
        """Sets the arguments of a core."""
        require_type("core", core, CoreCoord)
        self[core.x][core.y] = values

    def get(self, index: int) -> tuple[CoreCoord, list[int]]:
        """Returns the index-th core with its arguments."""
        return self.to_list()[index]

    def to_list(self) -> list[tuple[CoreCoord, list[int]]]:
        """Returns all cores with their arguments; the lists are those that are kept."""
        return [(CoreCoord(x, y), values) for (x, y), values in self._of_core.items()]

    def clear(self) -> None:
        """Forgets all cores."""
        self._of_core.clear()

    def __len__(self) -> int:
        """Number of cores."""
        return len(self._of_core)

    def __iter__(self) -> Iterator[tuple[CoreCoord, list[int]]]:
        """Walks over `get(0)`, `get(1)` and so on."""
        return iter(self.to_list())

    def __repr__(self) -> str:
        """Shows all cores with their arguments."""
        return f"RuntimeArgs({self.to_list()})"


class RuntimeArgsColumn:
    """The arguments of one column of cores."""

    def __init__(self, of_core: dict[tuple[int, int], list[int]], x: int) -> None:
        """Shares `of_core` with the RuntimeArgs that it is of."""
        self._of_core = of_core
        self._x = x

    def __getitem__(self, y: int) -> list[int]:
        """The list that is kept; empty at first."""
        return self._of_core.setdefault((self._x, y), [])

    def __setitem__(self, y: int, values: Sequence[int]) -> None:
        """Sets the arguments of a core."""
        self._of_core[self._x, y] = list(values)

    def append(self, y: int, value: int) -> None:
        """Adds one argument to a core's."""
        self[y].append(value)

    def extend(self, y: int, values: Sequence[int]) -> None:
        """Adds arguments to a core's."""
        self[y].extend(values)
