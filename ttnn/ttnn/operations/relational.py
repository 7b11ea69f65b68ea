# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Questions: elementwise operations that answer 1 or 0, in the dtype of what they are asked of."""

from __future__ import annotations

from ttnn.operations.elementwise.families import in_place, unary
from ttnn.operations.elementwise.value import sfpu
from ttnn.operations.unary import ALL

eqz = unary("eqz", sfpu.eqz, "x == 0.", ALL, golden=lambda torch, x: torch.eq(x, 0))
nez = unary("nez", sfpu.nez, "x != 0.", ALL, golden=lambda torch, x: torch.ne(x, 0))
gez = unary("gez", sfpu.gez, "x >= 0.", ALL, golden=lambda torch, x: torch.ge(x, 0))
gtz = unary("gtz", sfpu.gtz, "x > 0.", ALL, golden=lambda torch, x: torch.gt(x, 0))
lez = unary("lez", sfpu.lez, "x <= 0.", ALL, golden=lambda torch, x: torch.le(x, 0))
ltz = unary("ltz", sfpu.ltz, "x < 0.", ALL, golden=lambda torch, x: torch.lt(x, 0))
isfinite = unary("isfinite", sfpu.isfinite, "Neither infinite nor NaN.")
isinf = unary("isinf", sfpu.isinf, "Infinite.")
isnan = unary("isnan", sfpu.isnan, "NaN.")
isneginf = unary("isneginf", sfpu.isneginf, "Minus infinity.")
isposinf = unary("isposinf", sfpu.isposinf, "Infinity.")
logical_not = unary("logical_not", sfpu.logical_not, "x == 0.", ALL)
logical_not_ = in_place(logical_not)
