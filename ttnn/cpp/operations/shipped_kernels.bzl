# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0
"""The kernels that operations launch: the folder of each in the package, and its target."""

visibility("//ttnn/...")

SHIPPED_KERNELS = {
    "dataflow": [
        "//tt_metal/kernels:reader_interleaved",
        "//tt_metal/kernels:writer_interleaved",
    ],
    "eltwise_binary": [
        "//ttnn/cpp/operations/eltwise/binary/kernels:compute_binary_fpu",
        "//ttnn/cpp/operations/eltwise/binary/kernels:compute_binary_sfpu",
        "//ttnn/cpp/operations/eltwise/binary/kernels:reader_binary",
    ],
    "matmul": [
        "//ttnn/cpp/operations/matmul/kernels:compute_matmul",
        "//ttnn/cpp/operations/matmul/kernels:reader_matmul",
        "//ttnn/cpp/operations/matmul/kernels:writer_matmul",
    ],
    "tilize": [
        "//ttnn/cpp/operations/data_movement/tilize/kernels:compute_tilize",
        "//ttnn/cpp/operations/data_movement/tilize/kernels:reader_tilize",
    ],
    "untilize": [
        "//ttnn/cpp/operations/data_movement/untilize/kernels:compute_untilize",
        "//ttnn/cpp/operations/data_movement/untilize/kernels:writer_untilize",
    ],
}
