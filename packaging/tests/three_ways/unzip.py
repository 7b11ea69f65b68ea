# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Unpacks a zip archive, as the standard library's command does."""

import zipfile

if __name__ == "__main__":
    zipfile.main()
