# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Elementwise operations as data: formulas of functions of the SFPU, which one kernel runs.

`value` has what formulas are made of, `chain` turns one into steps, `families` makes operations of
rows that have a name, a formula and what is allowed.
"""
