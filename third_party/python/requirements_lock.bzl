# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Reads lock files in pip's hash-checking format."""

visibility(["//third_party/python/..."])

def normalize_name(name):
    """The name of a distribution as a repository or package name: `Ruamel.YAML` is `ruamel_yaml`."""
    return name.lower().replace("-", "_").replace(".", "_")

def _name_of(requirement):
    name, pin, _ = requirement.partition("==")
    if not pin or "--hash=sha256:" not in requirement:
        fail("lock: `%s` is not pinned with == and a sha256" % requirement)
    return normalize_name(name.partition("[")[0].strip())

def parse_requirements_lock(text):
    """Groups the requirements of a lock by distribution.

    A distribution has several requirements when its version depends on the interpreter; pip takes the one whose
    environment marker holds.

    Args:
      text: content of the lock.

    Returns:
      A dict from normalized names to lists of requirement lines, hashes included.
    """
    lock = {}
    for line in text.replace("\\\n", " ").splitlines():
        requirement = line.partition("#")[0].strip()
        if requirement:
            lock.setdefault(_name_of(requirement), []).append(requirement)
    return lock
