# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Plugin of pytest: the package under test is an installed one.

Modules that support the tests lie in the tree beside the package's own, which are not there; they
join the installed package, so that the tests need not know where they run.
"""

from __future__ import annotations

import os
from pathlib import Path

if os.environ["WAY"] == "editable":
    from editable_installation import install_editable

    _folder = Path(os.environ["TEST_TMPDIR"], "installation")
    _folder.mkdir()
    install_editable(_folder)

import ttnn

_SUPPORT = Path("ttnn", "ttnn").absolute()
if Path(ttnn.__file__).parent == _SUPPORT:
    raise RuntimeError(f"the package under test is that of the tree, {ttnn.__file__}")
ttnn.__path__.append(str(_SUPPORT))
