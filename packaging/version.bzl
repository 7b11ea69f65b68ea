# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""The one place of the version. Never derived from git: a source archive must build the same wheel."""

VERSION = "0.1.0"
