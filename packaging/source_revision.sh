#!/bin/sh
# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0
#
# Says which sources are built, for the build info of the wheel: the commit, with "-modified" if the
# tree differs from it. A source archive carries the answer in a file, as it has no git.
cd "$(dirname "$0")/.." || exit 1

if [ -f SOURCE_REVISION ]; then
    revision=$(cat SOURCE_REVISION)
# A folder of the sources may lie within somebody else's repository.
# Whoever owns the tree: containers of continuous integration often run as somebody else.
elif [ -e .git ] && revision=$(git -c safe.directory='*' rev-parse HEAD 2>/dev/null); then
    [ -z "$(git -c safe.directory='*' status --porcelain)" ] || revision=$revision-modified
else
    revision=unknown
fi
echo "STABLE_SOURCE_REVISION $revision"
