# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

from __future__ import annotations

import pytest
from apt_archive import Offer
from engines import select
from programs import AssemblyError

PINS = {"nginx": {"version": "1.30", "sha256": "aa"}}


def test_a_pinned_version_is_preferred_to_a_newer_one() -> None:
    offers = {"nginx": [Offer("nginx", "1.31", "bb"), Offer("nginx", "1.30", "aa")]}

    assert select(PINS, offers) == ([Offer("nginx", "1.30", "aa")], [])


def test_a_version_that_is_gone_is_replaced_and_reported() -> None:
    offers = {"nginx": [Offer("nginx", "1.31", "bb")]}

    assert select(PINS, offers) == (offers["nginx"], ["nginx: pinned 1.30, offered 1.31"])


def test_another_hash_is_refused() -> None:
    with pytest.raises(AssemblyError, match=r"nginx 1\.30: the archive's sha256 is not the pinned"):
        select(PINS, {"nginx": [Offer("nginx", "1.30", "ff")]})


def test_a_package_that_is_gone_is_named() -> None:
    with pytest.raises(AssemblyError, match="the archive no longer has nginx"):
        select(PINS, {})
