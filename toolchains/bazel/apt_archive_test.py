# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

from __future__ import annotations

from apt_archive import dependency_names, source_paragraph
from apt_sources import Archive, parse_deb822_sources


def test_dependencies_lose_versions_and_keep_alternatives() -> None:
    field = "libc6 (>= 2.38), libgrpc++1.51t64 (>= 1.51.1),\n default-jre | java-runtime:any, unzip"

    assert dependency_names(field) == (
        "libc6",
        "libgrpc++1.51t64",
        "default-jre",
        "java-runtime",
        "unzip",
    )


def test_the_private_source_keeps_the_key_of_the_machines_own() -> None:
    key = "\n -----BEGIN\n .\n mQ"

    (source,) = parse_deb822_sources(source_paragraph(Archive("http://a.example/debian", key), "s"))

    assert (source.uri, source.suite, source.components) == (
        "http://a.example/debian",
        "s",
        ("main",),
    )
    assert source.signed_by.split() == key.split()
