# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""What the person sees while Bazel is being assembled."""

from __future__ import annotations

import sys
import time
from typing import TextIO


class Progress:
    """Numbered steps; on a terminal a step counts up in place, elsewhere it is one plain line."""

    def __init__(self, num_steps: int, stream: TextIO | None = None) -> None:
        """Writes to `stream`, by default to stderr, as stdout belongs to Bazel."""
        self._num_steps = num_steps
        self._stream = stream or sys.stderr
        self._in_place = self._stream.isatty()
        self._step = 0
        self._title = ""
        self._start = time.monotonic()

    def step(self, title: str) -> None:
        """Begins the next step."""
        self._end_line()
        self._step += 1
        self._title = f"[{self._step}/{self._num_steps}] {title}"
        self._write(self._title, "" if self._in_place else "\n")

    def count(self, done: int, total: int) -> None:
        """Shows how far the step is; silent where lines cannot be rewritten."""
        if self._in_place:
            self._write(f"\r{self._title} {done}/{total}", "")

    def note(self, text: str) -> None:
        """Says something on lines of its own."""
        self._end_line()
        self._title = ""
        for line in text.splitlines():
            self._write(line, "\n")

    def finish(self, text: str) -> None:
        """Ends with `text` and the time since the beginning."""
        self.note(f"{text} ({time.monotonic() - self._start:.0f} s)")

    def _end_line(self) -> None:
        if self._in_place and self._title:
            self._stream.write("\n")

    def _write(self, text: str, end: str) -> None:
        prefix = "\rbazelw: " if text.startswith("\r") else "bazelw: "
        self._stream.write(prefix + text.lstrip("\r") + end)
        self._stream.flush()
