# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""One thing that was looked at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Status = Literal["ok", "warning", "problem"]


@dataclass(frozen=True)
class Finding:
    """What was found, and what to do about it.

    Attributes:
        topic: what was looked at, in a word or two.
        fact: what is the case.
        status: "problem" is what keeps ttnn from working as installed, "warning" what may surprise.
        advice: what to do next; empty when all is well.
    """

    topic: str
    fact: str
    status: Status = "ok"
    advice: str = ""
