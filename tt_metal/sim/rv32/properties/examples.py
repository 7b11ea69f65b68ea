# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0
"""How many random inputs a test tries, and which."""

from __future__ import annotations

import os

from hypothesis import Phase, settings

# This many, and others each time.
_ASKED_FOR = os.environ.get("RV32_EXAMPLES")
# Whoever asks for many also has the time to see a failing one made small.
_PHASES = tuple(Phase) if _ASKED_FOR else (Phase.generate,)


def examples(number: int) -> settings:
    """Returns settings for the same `number` of examples each time, unless asked for more."""
    return settings(
        max_examples=int(_ASKED_FOR or number),
        derandomize=_ASKED_FOR is None,
        phases=_PHASES,
        database=None,  # test folders are read-only
        deadline=None,  # busy machines are slow
        print_blob=True,
        report_multiple_bugs=False,
    )
