# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""How tensors are rearranged: views say which points go where, one mechanism takes them there."""
