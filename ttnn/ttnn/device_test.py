# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Devices: opening, closing, what happens to tensors of a closed one, and many at once."""

from __future__ import annotations

import threading
from pathlib import Path

import numpy as np
import pytest

import ttnn

FIRST_ID, SECOND_ID = 1, 2  # the session's device is another


def ones(device: ttnn.Device, shape: tuple[int, ...] = (5, 5)) -> ttnn.Tensor:
    values = np.ones(shape, dtype=np.float32)
    return ttnn.from_numpy(values, layout=ttnn.TILE_LAYOUT, device=device)


def test_a_device_describes_the_chip(device: ttnn.Device) -> None:
    assert device.arch() == ttnn.Arch.WORMHOLE_B0
    assert device.compute_with_storage_grid_size() == ttnn.CoreCoord(8, 8)
    assert device.num_dram_channels() == 12
    assert device.l1_size_per_core() == 1464 * 1024
    assert repr(device) == f"Device(id={device.id()})"


def test_users_may_hang_attributes_on_it(device: ttnn.Device) -> None:
    device.cache_entries_counter = 7

    assert ones(device).device().cache_entries_counter == 7


def test_it_can_be_opened_again_after_closing() -> None:
    for _ in range(2):
        device = ttnn.open_device(device_id=FIRST_ID)
        assert ttnn.to_numpy(ones(device)).sum() == 25
        ttnn.close_device(device)
        ttnn.close_device(device)  # does nothing
        assert not device.is_open()
        assert repr(device) == f"Device(id={FIRST_ID}, closed)"


def test_manage_device_closes_it_after_an_error() -> None:
    with pytest.raises(ZeroDivisionError), ttnn.manage_device(FIRST_ID) as device:
        raise ZeroDivisionError

    assert not device.is_open()


def test_opening_an_open_device_is_refused(device: ttnn.Device) -> None:
    with pytest.raises(ValueError, match=f"device_id {device.id()}: this device is open already"):
        ttnn.open_device(device_id=device.id())


@pytest.mark.parametrize(
    ("device_id", "error"), [(-1, IndexError), (10_000, IndexError), ("0", TypeError)]
)
def test_a_device_that_does_not_exist_is_named(device_id: object, error: type) -> None:
    with pytest.raises(error, match="device_id"):
        ttnn.open_device(device_id=device_id)


def test_tensors_of_a_closed_device_are_refused() -> None:
    with ttnn.manage_device(FIRST_ID) as device:
        tensor = ones(device)

    for use in (
        ttnn.to_numpy,
        ttnn.from_device,
        lambda t: ttnn.add(t, t),
        lambda t: ttnn.matmul(t, t),
        lambda t: ttnn.to_layout(t, ttnn.ROW_MAJOR_LAYOUT),
    ):
        with pytest.raises(ttnn.DeviceClosedError, match=f"device {FIRST_ID} has been closed"):
            use(tensor)
    with pytest.raises(ttnn.DeviceClosedError):
        ones(device)
    assert "closed" in repr(tensor)


def test_a_tensor_of_the_old_device_does_not_reach_the_new_one() -> None:
    with ttnn.manage_device(FIRST_ID) as old:
        tensor = ones(old)
    with ttnn.manage_device(FIRST_ID) as new, pytest.raises(ValueError, match="one and the same"):
        ttnn.add(tensor, ones(new))


def test_tensors_of_two_devices_do_not_mix(device: ttnn.Device) -> None:
    with ttnn.manage_device(FIRST_ID) as other:
        here, there = ones(device), ones(other)

        with pytest.raises(
            ValueError,
            match=f"on device {device.id()} and device {FIRST_ID}; operands must be on one",
        ):
            ttnn.add(here, there)
        with pytest.raises(ValueError, match=f"tensor: is on device {FIRST_ID} and not"):
            ttnn.to_device(there, device)
        assert ttnn.to_numpy(ttnn.add(here, here)).sum() == 50


def test_out_of_memory_says_which_and_how_much(device: ttnn.Device) -> None:
    l1_tiles = 64 * device.l1_size_per_core() // 4096
    values = np.zeros((l1_tiles, 32, 32), dtype=np.float32)
    tensor = ttnn.from_numpy(values, layout=ttnn.TILE_LAYOUT)

    with pytest.raises(ttnn.OutOfMemoryError, match=r"out of L1 on device \d+: .* largest block"):
        ttnn.to_device(tensor, device, ttnn.L1_MEMORY_CONFIG)

    assert ttnn.to_numpy(ttnn.add(ones(device), ones(device))).sum() == 50


def test_a_result_too_large_for_dram_is_refused_before_any_work(device: ttnn.Device) -> None:
    """14 GB of product of two operands of 8 MB each."""
    column = ttnn.from_numpy(
        np.zeros((60_000, 1), dtype=np.float32), layout=ttnn.TILE_LAYOUT, device=device
    )
    row = ttnn.from_numpy(
        np.zeros((1, 60_000), dtype=np.float32), layout=ttnn.TILE_LAYOUT, device=device
    )

    with pytest.raises(ttnn.OutOfMemoryError, match=r"out of DRAM on device \d+: .* largest block"):
        ttnn.matmul(column, row)


def test_threads_share_a_device(device: ttnn.Device) -> None:
    results: dict[int, np.ndarray] = {}

    def work(number: int) -> None:
        tensor = ttnn.from_numpy(
            np.full((40, 40), number, dtype=np.float32), layout=ttnn.TILE_LAYOUT, device=device
        )
        for _ in range(4):
            tensor = ttnn.add(tensor, tensor)
        results[number] = ttnn.to_numpy(tensor)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    for number in range(4):
        np.testing.assert_array_equal(results[number], np.float32(number * 16))


def errors_of_a_thread_whose_device_is_closed() -> list[type[Exception]]:
    device = ttnn.open_device(device_id=SECOND_ID)
    tensor = ones(device, (64, 64))
    is_under_way = threading.Event()
    errors: list[type[Exception]] = []

    def work() -> None:
        try:
            while True:
                ttnn.add(tensor, tensor)
                is_under_way.set()
        except Exception as error:
            errors.append(type(error))
        finally:
            is_under_way.set()  # also after a failure, or nobody would go on

    thread = threading.Thread(target=work)
    thread.start()
    is_under_way.wait()
    ttnn.close_device(device)
    thread.join()
    return errors


def test_a_device_closed_under_a_running_thread_ends_its_work_with_an_error() -> None:
    assert errors_of_a_thread_whose_device_is_closed() == [ttnn.DeviceClosedError]


@pytest.mark.timeout(60)
def test_a_thread_that_lacks_its_kernels_keeps_nobody_waiting(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TT_METAL_RUNTIME_ROOT", str(tmp_path))

    assert errors_of_a_thread_whose_device_is_closed() == [ttnn.KernelLoadError]
