# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0
"""The harts of a Tensix core, as the build sees them."""

visibility(["//tt_metal/..."])

# What a source is told about the hart that it is compiled for.
HART_DEFINES = {
    "brisc": ["COMPILE_FOR_BRISC"],
    "ncrisc": ["COMPILE_FOR_NCRISC"],
    "trisc0": ["COMPILE_FOR_TRISC=0", "TRISC_UNPACK"],
    "trisc1": ["COMPILE_FOR_TRISC=1", "TRISC_MATH"],
    "trisc2": ["COMPILE_FOR_TRISC=2", "TRISC_PACK"],
}

# A compute kernel is one source and three programs: each hart executes its own part of every call.
ROLE_HARTS = {
    "compute": ["trisc0", "trisc1", "trisc2"],
    "data_movement": ["brisc", "ncrisc"],
    "reader": ["ncrisc"],
    "writer": ["brisc"],
}
