# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""What `python -m ttnn doctor` and `verify` find out. Must work where the package itself does not.

So nothing in here imports the extension or NumPy but to see whether that can be done.
"""
