# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Operations on tensors, one module per family. Users reach them as `ttnn.<operation>`."""
