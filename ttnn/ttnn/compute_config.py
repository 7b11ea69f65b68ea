# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""How the matrix unit of a core computes: what operations are told by `compute_kernel_config`."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum

from ttnn._arguments import require_type
from ttnn._ttnn import Arch, MathFidelity


class ThrottleLevel(Enum):
    """How much a card is slowed down to draw less power; a simulated one draws none."""

    NO_THROTTLE = 0
    LEVEL_1 = 1
    LEVEL_2 = 2
    LEVEL_3 = 3
    LEVEL_4 = 4
    LEVEL_5 = 5


@dataclass(frozen=True, kw_only=True)
class DeviceComputeKernelConfig:
    """Settings of the matrix unit.

    Args:
        math_fidelity: How many bits of the mantissas are multiplied.
        math_approx_mode: Makes no difference: functions are exact.
        fp32_dest_acc_en: Sums are float32; else they are rounded to bfloat16 after each tile.
        packer_l1_acc: Makes no difference: sums stay in the registers of the matrix unit.
        dst_full_sync_en: Makes no difference to results.
        throttle_level: Makes no difference.
    """

    math_fidelity: MathFidelity = MathFidelity.HiFi4
    math_approx_mode: bool = True
    fp32_dest_acc_en: bool = False
    packer_l1_acc: bool = False
    dst_full_sync_en: bool = False
    throttle_level: ThrottleLevel = ThrottleLevel.NO_THROTTLE

    def __post_init__(self) -> None:
        """Refuses what cannot be."""
        require_type("math_fidelity", self.math_fidelity, MathFidelity)
        for name in ("math_approx_mode", "fp32_dest_acc_en", "packer_l1_acc", "dst_full_sync_en"):
            require_type(name, getattr(self, name), bool)
        require_type("throttle_level", self.throttle_level, ThrottleLevel)


WormholeComputeKernelConfig = DeviceComputeKernelConfig
BlackholeComputeKernelConfig = DeviceComputeKernelConfig


def init_device_compute_kernel_config(
    arch: Arch,
    device_kernel_config: DeviceComputeKernelConfig | None = None,
    *,
    math_fidelity: MathFidelity = MathFidelity.LoFi,
    math_approx_mode: bool = True,
    fp32_dest_acc_en: bool = False,
    packer_l1_acc: bool = False,
    dst_full_sync_en: bool = False,
    throttle_level: ThrottleLevel = ThrottleLevel.NO_THROTTLE,
) -> DeviceComputeKernelConfig:
    """Returns `device_kernel_config`, or the settings one by one where there is none.

    Raises:
        TypeError: An argument is of the wrong type.
    """
    require_type("arch", arch, Arch)
    if device_kernel_config is not None:
        require_type("device_kernel_config", device_kernel_config, DeviceComputeKernelConfig)
        return replace(device_kernel_config)
    return DeviceComputeKernelConfig(
        math_fidelity=math_fidelity,
        math_approx_mode=math_approx_mode,
        fp32_dest_acc_en=fp32_dest_acc_en,
        packer_l1_acc=packer_l1_acc,
        dst_full_sync_en=dst_full_sync_en,
        throttle_level=throttle_level,
    )
