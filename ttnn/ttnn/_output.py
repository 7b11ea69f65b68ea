# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Prints to whatever there is: a terminal of few letters, a pipe that nobody reads to its end."""

from __future__ import annotations

import io
import os
import sys


def print_report(report: str) -> None:
    """Prints to standard output; letters that its encoding lacks are escaped."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        print(report, flush=True)
    except BrokenPipeError:
        # `head` has seen enough. What is still buffered must not fail when Python ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
