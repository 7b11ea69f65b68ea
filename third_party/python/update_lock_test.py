# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0
"""How pip's configuration reaches the resolver."""

from __future__ import annotations

from third_party.python import update_lock


def test_environment_wins_over_files() -> None:
    listing = (
        ":env:.index-url='http://localhost:1/env'\nglobal.index-url='http://localhost:2/file'\n"
    )

    settings = update_lock.parse_pip_config(listing)

    assert settings == {"index-url": "http://localhost:1/env"}


def test_indexes_and_folders_become_arguments() -> None:
    settings = {
        "index-url": "http://localhost:1/simple",
        "extra-index-url": "http://localhost:2/simple file:///somewhere/simple",
        "find-links": "wheels",
    }

    arguments = update_lock.index_arguments(settings)

    assert arguments == [
        "--default-index",
        "http://localhost:1/simple",
        "--index",
        "http://localhost:2/simple",
        "--find-links",
        "wheels",
    ]


def test_machine_without_configuration_gets_the_defaults_of_the_resolver() -> None:
    assert update_lock.index_arguments(update_lock.parse_pip_config("")) == []
