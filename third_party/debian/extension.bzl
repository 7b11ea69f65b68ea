# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Module extension: a repository `debian_<root>` for each root of the lock."""

load(":root_repository.bzl", "root_repository")

_LOCK = Label(":roots.lock.json")

def _debian_impl(module_ctx):
    for name in json.decode(module_ctx.read(_LOCK)):
        root_repository(name = "debian_" + name, root = name)

    # What the machine's archive serves differs, so the module lock must not record it.
    return module_ctx.extension_metadata(reproducible = True)

debian = module_extension(implementation = _debian_impl)
