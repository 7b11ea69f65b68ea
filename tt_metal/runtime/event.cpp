// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include <tt-metalium/event.hpp>

#include <stdexcept>

#include <tt-metalium/host_api.hpp>

namespace tt::tt_metal {
namespace {

Event& checked(const std::shared_ptr<Event>& event) {
    if (!event) throw std::invalid_argument("event: must not be null");
    return *event;
}

// What is enqueued has been done when the call that enqueues it returns, so a recorded event has
// happened.
void check_will_happen(const std::shared_ptr<Event>& event) {
    if (checked(event).device) return;
    throw std::invalid_argument("event: was never recorded, so waiting for it would never end");
}

}  // namespace

void EnqueueRecordEvent(CommandQueue& queue, const std::shared_ptr<Event>& event) {
    Event& recorded = checked(event);
    Finish(queue);
    recorded = {queue.device()->shared_from_this(), queue.id(), queue.next_event_id()};
}

void EnqueueWaitForEvent(CommandQueue& queue, const std::shared_ptr<Event>& event) {
    check_will_happen(event);
    Finish(queue);
}

void EventSynchronize(const std::shared_ptr<Event>& event) { check_will_happen(event); }

bool EventQuery(const std::shared_ptr<Event>& event) { return checked(event).device != nullptr; }

}  // namespace tt::tt_metal
