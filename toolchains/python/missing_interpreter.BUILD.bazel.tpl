# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

load("@rules_cc//cc:cc_library.bzl", "cc_library")

package(default_visibility = ["//visibility:public"])

exports_files(["interpreter.json"])

# The machine has no such interpreter; version.bzl says why.
cc_library(
    name = "headers",
    target_compatible_with = ["@platforms//:incompatible"],
)
