# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Pins the Debian packages of the servers anew: ./bazelw run //tools/remote:update_lock."""

from __future__ import annotations

import os
from pathlib import Path

import engines

if __name__ == "__main__":
    tree = Path(os.environ["BUILD_WORKSPACE_DIRECTORY"])
    engines.update_lock(tree / "tools/remote" / engines.PACKAGES.name)
