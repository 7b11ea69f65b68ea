# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

from __future__ import annotations

import json
import threading
from pathlib import Path

from proof import Build, Victim, read_events
from supervisor import Service, Supervisor


def test_events_tell_who_ran_actions_and_what_came_out(tmp_path: Path) -> None:
    runners = [{"name": "total", "count": 3}, {"name": "remote cache hit", "count": 2}]
    events = [
        {"namedSetOfFiles": {"files": [{"name": "x.whl", "digest": "ab"}]}},
        {"buildMetrics": {"actionSummary": {"runnerCount": runners}}},
        {"lastMessage": True},
    ]
    file = tmp_path / "events.json"
    file.write_text("\n".join(map(json.dumps, events)))

    spawns, outputs = read_events(file)

    assert spawns == {"total": 3, "remote cache hit": 2}
    assert outputs == {"x.whl": "ab"}


def test_hits_and_bookkeeping_are_no_computations() -> None:
    spawns = {"total": 9, "internal": 2, "remote cache hit": 4, "linux-sandbox": 1, "remote": 2}

    assert Build(spawns, {}, 1).computed() == {"linux-sandbox": 1, "remote": 2}


def test_a_victim_is_killed_at_work_and_not_before(tmp_path: Path) -> None:
    supervisor = Supervisor(tmp_path / "state")
    supervisor.start([Service("worker", ["sleep", "300"])])
    staging = tmp_path / "staging"
    over = threading.Event()
    victim = Victim("worker", staging)

    over.set()
    victim.kill_at_work(supervisor, over)
    assert "worker" in supervisor.running()

    over.clear()
    (staging / "inputs of an action").mkdir(parents=True)
    victim.kill_at_work(supervisor, over)
    assert supervisor.running() == {}
