# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

from __future__ import annotations

from apt_sources import (
    Archive,
    Source,
    debian_archives,
    parse_deb822_sources,
    parse_one_line_sources,
)

_BOOKWORM = {"ID": "debian", "VERSION_CODENAME": "bookworm"}


def test_one_line_form() -> None:
    text = """
    # deb http://old.example/debian bookworm main
    deb http://a.example/debian bookworm main contrib  # trailing words
    deb-src http://a.example/debian bookworm main
    deb [arch=amd64 signed-by=/k/a.gpg,/k/b.gpg] https://b.example/debian/ sid main
    deb [ arch=amd64 ] http://c.example/debian stable main
    deb http://flat.example/repo ./
    """

    assert parse_one_line_sources(text) == [
        Source("http://a.example/debian", "bookworm", ("main", "contrib")),
        Source("https://b.example/debian/", "sid", ("main",), "/k/a.gpg /k/b.gpg"),
        Source("http://c.example/debian", "stable", ("main",)),
        Source("http://flat.example/repo", "./", ()),
    ]


def test_deb822_form() -> None:
    text = """\
Types: deb deb-src
# a remark inside a paragraph
URIs: http://a.example/debian http://b.example/debian
Suites: bookworm bookworm-updates
Components: main
 contrib
signed-by: /k/a.gpg

Types: deb
URIs: http://off.example/debian
Suites: bookworm
Components: main
Enabled: no

Types: deb-src
URIs: http://src.example/debian
Suites: bookworm
Components: main
"""

    assert parse_deb822_sources(text) == [
        Source(uri, suite, ("main", "contrib"), "/k/a.gpg")
        for uri in ("http://a.example/debian", "http://b.example/debian")
        for suite in ("bookworm", "bookworm-updates")
    ]


def test_a_key_inside_a_source_keeps_its_lines() -> None:
    text = "Types: deb\nURIs: u\nSuites: sid\nComponents: main\nSigned-By:\n -----BEGIN\n .\n mQ\n"

    (source,) = parse_deb822_sources(text)

    assert source.signed_by == "\n -----BEGIN\n .\n mQ"


def test_debian_comes_before_others_that_use_its_suite_names() -> None:
    sources = [
        Source("https://vendor.example/stable", "bookworm", ("main",)),
        Source("https://cloud.example/apt", "cloud-sdk-bookworm", ("main",)),
        Source("https://docker.example/linux/debian", "bookworm", ("stable",)),
        Source("http://a.example/debian", "bookworm-updates", ("main",)),
        Source("http://a.example/debian/", "bookworm", ("main",), "/k/a.gpg"),
        Source("cdrom:[Debian]/", "bookworm", ("main",)),
    ]

    assert debian_archives(sources, _BOOKWORM) == [
        Archive("http://a.example/debian/", "/k/a.gpg"),
        Archive("https://vendor.example/stable"),
    ]


def test_another_distribution_has_no_debian_archive() -> None:
    sources = [Source("http://a.example/ubuntu", "noble", ("main",))]

    assert debian_archives(sources, {"ID": "ubuntu", "VERSION_CODENAME": "noble"}) == []
