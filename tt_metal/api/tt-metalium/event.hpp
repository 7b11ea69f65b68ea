// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Points in a command queue that other queues, and the host, can wait for.
//
//     auto written = std::make_shared<Event>();
//     EnqueueRecordEvent(device->command_queue(0), written);
//     EnqueueWaitForEvent(device->command_queue(1), written);
//
// These throw std::invalid_argument for a null event and DeviceClosedError; those that wait throw
// std::invalid_argument for an event that was never recorded, as nothing could end their wait.
#pragma once

#include <cstdint>
#include <memory>

#include <tt-metalium/command_queue.hpp>
#include <tt-metalium/device.hpp>

namespace tt::tt_metal {

// Where it was recorded last; the device is null if nowhere.
struct Event {
    std::shared_ptr<IDevice> device;
    std::uint32_t cq_id = 0;
    std::uint32_t event_id = 0;  // grows by 1 with each event of the queue
};

// Has the event happen when all commands enqueued before it are done.
void EnqueueRecordEvent(CommandQueue& queue, const std::shared_ptr<Event>& event);
// Has the queue, of the same device or another, wait for it.
void EnqueueWaitForEvent(CommandQueue& queue, const std::shared_ptr<Event>& event);
// Waits for it on the host.
void EventSynchronize(const std::shared_ptr<Event>& event);
// Whether it has happened.
bool EventQuery(const std::shared_ptr<Event>& event);

}  // namespace tt::tt_metal
