# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Makes the description of the distribution from the README of the tree."""

from __future__ import annotations

import re

# A link of Markdown to another file of the tree, or to a place in this one.
_RELATIVE_LINK = re.compile(r"(?<!!)\[([^]]+)\]\((?!https?://)[^)]+\)")


def without_relative_links(markdown: str) -> str:
    """Returns a text whose links into the tree are plain words: an index page has no such files."""
    return _RELATIVE_LINK.sub(r"\1", markdown)
