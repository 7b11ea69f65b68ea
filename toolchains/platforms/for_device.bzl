# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0
"""The transition by which a rule among host targets has something built for the device."""

visibility("public")

def _for_device_impl(_settings, _attr):
    return {
        # One program, whatever mode its users are compiled in.
        "//command_line_option:compilation_mode": "opt",
        "//command_line_option:platforms": str(Label("//toolchains/platforms:tensix_rv32")),
    }

for_device = transition(
    implementation = _for_device_impl,
    inputs = [],
    outputs = [
        "//command_line_option:compilation_mode",
        "//command_line_option:platforms",
    ],
)
