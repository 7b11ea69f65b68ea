# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""A core reads a tile and sends it over the NoC to another, which writes it to DRAM."""

from parts import READER, WRITER, compare, empty_tensor, kernel, random_tensor, tile_buffer

import ttnn

SENDER, RECEIVER = ttnn.CoreCoord(0, 0), ttnn.CoreCoord(5, 3)

with ttnn.manage_device(device_id=0) as device:
    source = random_tensor(device, 32, 32)
    target = empty_tensor(device, 32, 32)
    cores = ttnn.CoreRangeSet([ttnn.CoreRange(core, core) for core in (SENDER, RECEIVER)])
    sender, receiver = (device.worker_core_from_logical_core(core) for core in (SENDER, RECEIVER))
    program = ttnn.ProgramDescriptor(
        kernels=[
            kernel(
                "send_tile",
                SENDER,
                READER,
                runtime_args=[(SENDER, [source.buffer_address(), receiver.x, receiver.y])],
            ),
            kernel(
                "receive_tile",
                RECEIVER,
                WRITER,
                runtime_args=[(RECEIVER, [target.buffer_address(), sender.x, sender.y])],
            ),
        ],
        semaphores=[ttnn.SemaphoreDescriptor(number, cores) for number in (0, 1)],
        cbs=[tile_buffer(0, cores, 1)],
    )
    ttnn.generic_op([source, target], program)

    compare("tile that was sent", target, ttnn.to_numpy(source), tolerance=0)
