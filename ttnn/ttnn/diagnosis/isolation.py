# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Looks at what may crash or hang in a child process, so that the diagnosis goes on."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection

from ttnn.diagnosis.finding import Finding

_SECONDS = 60.0  # between two findings; the slowest takes about one
_ADVICE = "`python -m ttnn verify` looks for damaged files"

Look = Callable[[], Iterator[Finding]]


def isolated(look: Look, seconds: float = _SECONDS) -> Iterator[Finding]:
    """Yields what `look` finds in a child process, and a problem if that does not end well."""
    context = multiprocessing.get_context("fork")
    receiver, sender = context.Pipe(duplex=False)
    child = context.Process(target=_send, args=(look, sender), daemon=True)
    child.start()
    sender.close()
    is_complete = False
    try:
        while receiver.poll(seconds):
            finding = receiver.recv()
            is_complete = finding is None
            if finding:
                yield finding
    except EOFError:
        child.join()
        if child.exitcode or not is_complete:
            yield Finding(
                "process", f"ended with {child.exitcode} amid the next step", "problem", _ADVICE
            )
        return
    child.kill()
    yield Finding("process", f"no answer within {seconds:g} seconds", "problem", _ADVICE)


def _send(look: Look, sender: Connection) -> None:
    for finding in look():
        sender.send(finding)
    sender.send(None)  # else another module's sys.exit() would look like the end
