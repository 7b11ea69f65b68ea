# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Recognises the commands that look at the package from outside.

Imported at every start, so it is small.
"""

from __future__ import annotations

import sys

_COMMANDS = (["doctor"], ["verify"])


def is_diagnosis() -> bool:
    """Whether this is `python -m ttnn doctor` or `verify`, which run where all else is broken."""
    words = sys.orig_argv
    for number, word in enumerate(words[1:], start=1):
        if word == "-m":
            return (
                words[number + 1 : number + 2] == ["ttnn"]
                and words[number + 2 : number + 3] in _COMMANDS
            )
        if word == "-mttnn":
            return words[number + 1 : number + 2] in _COMMANDS
    return False
