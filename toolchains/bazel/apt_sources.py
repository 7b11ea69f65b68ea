# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Reads the machine's own apt sources: which Debian archive does it use, and who signs it?"""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from programs import run_program

# Names that apply to every release; the machine's own codename is added to them.
_GENERIC_SUITES = frozenset({"oldoldstable", "oldstable", "sid", "stable", "testing", "unstable"})


@dataclass(frozen=True)
class Source:
    """One archive, suite and its components, as an apt source names it."""

    uri: str
    suite: str
    components: tuple[str, ...]
    # A path, fingerprints or a whole key, as in the field `Signed-By`; "" is apt's default.
    signed_by: str = ""


@dataclass(frozen=True)
class Archive:
    """Where an archive lies and which key signs it."""

    uri: str
    signed_by: str = ""


def parse_one_line_sources(text: str) -> list[Source]:
    """Reads a `.list` file: `deb [option=value ...] uri suite component...` a line."""
    sources = []
    pattern = re.compile(r"deb\s+(?:\[(?P<options>[^]]*)\]\s+)?(?P<rest>\S.*)")
    for line in text.splitlines():
        match = pattern.fullmatch(line.partition("#")[0].strip())
        if not match:
            continue
        uri, *names = match["rest"].split()
        if not names:
            continue
        options = dict(item.partition("=")[::2] for item in (match["options"] or "").split())
        signed_by = options.get("signed-by", "").replace(",", " ")
        sources.append(Source(uri, names[0], tuple(names[1:]), signed_by))
    return sources


def parse_deb822_sources(text: str) -> list[Source]:
    """Reads a `.sources` file: paragraphs of fields, each may name several URIs and suites."""
    sources = []
    for fields in deb822_paragraphs(text):
        enabled = fields.get("enabled", "yes").lower() not in ("no", "false", "0", "off")
        if not enabled or "deb" not in fields.get("types", "").split():
            continue
        for uri in fields.get("uris", "").split():
            for suite in fields.get("suites", "").split():
                components = tuple(fields.get("components", "").split())
                sources.append(Source(uri, suite, components, fields.get("signed-by", "")))
    return sources


def deb822_paragraphs(text: str) -> Iterator[dict[str, str]]:
    """Yields each paragraph as a dict of lower-case field names; values keep their line breaks."""
    fields: dict[str, str] = {}
    name = ""
    for line in text.splitlines():
        if line.startswith("#"):
            continue
        if not line.strip():
            if fields:
                yield fields
            fields, name = {}, ""
        elif line[0].isspace():
            fields[name] = f"{fields.get(name, '')}\n{line}"
        else:
            name, _, value = line.partition(":")
            name = name.strip().lower()
            fields[name] = value.strip()
    if fields:
        yield fields


def debian_archives(sources: Iterable[Source], os_release: Mapping[str, str]) -> list[Archive]:
    """Picks the sources which look like a Debian archive, the likeliest first.

    Other people's archives use Debian's suite names too, so this is a guess in good order: whoever
    uses it goes on to the next when one does not serve what is wanted.
    """
    suites = set(_GENERIC_SUITES)
    if os_release.get("ID") == "debian":
        suites.add(os_release.get("VERSION_CODENAME", ""))
    archives = {
        Archive(source.uri, source.signed_by): None
        for source in sources
        if source.suite in suites
        and "main" in source.components
        and not source.uri.startswith("cdrom:")
    }
    return sorted(archives, key=lambda archive: not _is_called_debian(archive.uri))


def machine_sources() -> list[Source]:
    """Reads every source that apt on this machine would read."""
    variables = ("MAIN", "Dir::Etc::sourcelist/f", "PARTS", "Dir::Etc::sourceparts/d")
    places = dict(
        line.partition("=")[::2]
        for line in run_program(
            ["apt-config", "shell", *variables],
            failure="cannot ask apt for its sources",
        ).splitlines()
    )
    sources = []
    main = Path(*shlex.split(places.get("MAIN", "")))
    parts = Path(*shlex.split(places.get("PARTS", "")))
    files = [main] if main.is_file() else []
    files += sorted(parts.iterdir()) if parts.is_dir() else []
    for file in files:
        if file.suffix == ".list":
            sources += parse_one_line_sources(_text(file))
        elif file.suffix == ".sources":
            sources += parse_deb822_sources(_text(file))
    return sources


def os_release(path: Path = Path("/etc/os-release")) -> dict[str, str]:
    """Reads what the system calls itself; an empty dict when it does not say."""
    if not path.is_file():
        return {}
    lines = (line.partition("=") for line in _text(path).splitlines() if "=" in line)
    return {name: "".join(shlex.split(value)[:1]) for name, _, value in lines}


def _is_called_debian(uri: str) -> bool:
    return uri.startswith("mirror+file:") or uri.rstrip("/").endswith("/debian")


def _text(file: Path) -> str:
    return file.read_text(encoding="utf-8", errors="replace")
