# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Debian's archive through apt, with a state of its own: nothing on the machine is changed.

Knows how to ask and to download. Which packages are wanted is none of its business.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from apt_sources import Archive, deb822_paragraphs
from programs import AssemblyError, run_program

# Read after the machine's own settings, which it keeps (proxies, credentials) but for these.
_SETTINGS = """\
Dir::State "{folder}/state";
Dir::State::status "{folder}/status";
Dir::Cache "{folder}/cache";
Dir::Etc::SourceList "/dev/null";
Dir::Etc::SourceParts "{folder}/sources";
Dir::Etc::Preferences "/dev/null";
Dir::Etc::PreferencesParts "/dev/null";
APT::Architecture "{architecture}";
APT::Architectures {{ "{architecture}"; }};
APT::Get::AllowUnauthenticated "false";
APT::Sandbox::User "";
Acquire::AllowInsecureRepositories "false";
Acquire::Languages "none";
Acquire::Retries "2";
Acquire::http::Timeout "30";
Acquire::https::Timeout "30";
#clear APT::Update::Post-Invoke;
#clear APT::Update::Post-Invoke-Success;
#clear APT::Update::Pre-Invoke;
"""


@dataclass(frozen=True)
class Offer:
    """A version of a package which the signed index offers."""

    name: str
    version: str
    sha256: str
    depends: tuple[str, ...] = ()


class AptIndex:
    """The signed package index of one suite of one archive, for one architecture."""

    def __init__(
        self, folder: Path, archive: Archive, suite: str, architecture: str = "amd64"
    ) -> None:
        """Fetches the index into `folder`, which is created.

        Raises:
            AssemblyError: the archive cannot be reached, has no such suite, or is not signed.
        """
        for part in ("state/lists/partial", "cache/archives/partial", "sources"):
            (folder / part).mkdir(parents=True)
        (folder / "status").touch()
        settings = _SETTINGS.format(folder=folder, architecture=architecture)
        (folder / "settings").write_text(settings, encoding="utf-8")
        (folder / "config").write_text(f'Dir::Etc::Main "{folder}/settings";\n', encoding="utf-8")
        (folder / "sources/archive.sources").write_text(
            source_paragraph(archive, suite), encoding="utf-8"
        )
        self._env = {"APT_CONFIG": str(folder / "config")}
        failure = f"cannot read the index of {suite} from the archive in this machine's apt sources"
        output = run_program(["apt-get", "update"], failure=failure, env=self._env)
        # apt calls an archive that cannot be reached a warning, and ends with 0.
        complaints = [line for line in output.splitlines() if re.match(r"(Err|[EW]):", line)]
        if not any((folder / "state/lists").glob("*_Packages*")):
            raise AssemblyError("\n    ".join([f"{failure}; apt said:", *complaints]))

    def offers(self, names: Iterable[str]) -> dict[str, list[Offer]]:
        """Looks packages up; names which the index does not know are absent from the result."""
        wanted = sorted(names)
        if not wanted:
            return {}
        # Status 100 stands for "none of them", which the empty result says as well.
        text = run_program(
            ["sh", "-c", 'apt-cache show "$@" || [ $? = 100 ]', "sh", *wanted],
            failure="cannot search the package index",
            env=self._env,
        )
        offers: dict[str, list[Offer]] = {}
        for fields in deb822_paragraphs(text):
            if "sha256" in fields and fields.get("package") in wanted:
                name = fields["package"]
                depends = dependency_names(fields.get("depends", ""))
                offer = Offer(name, fields["version"], fields["sha256"], depends)
                offers.setdefault(name, []).append(offer)
        return offers

    def download(
        self, offers: Iterable[Offer], folder: Path, on_file: Callable[[int], None]
    ) -> list[Path]:
        """Downloads into `folder`, and calls `on_file` with the number of files so far."""
        num_started = 0

        def count(line: str) -> None:
            nonlocal num_started
            if line.startswith("Get:"):
                num_started += 1
                on_file(num_started)

        folder.mkdir()
        run_program(
            ["apt-get", "download", *(f"{offer.name}={offer.version}" for offer in offers)],
            failure="cannot download packages from the archive in this machine's apt sources",
            cwd=folder,
            env=self._env,
            on_line=count,
        )
        return sorted(folder.glob("*.deb"))


def source_paragraph(archive: Archive, suite: str) -> str:
    """Returns the deb822 source for `suite` from where the machine gets its own packages."""
    lines = ["Types: deb", f"URIs: {archive.uri}", f"Suites: {suite}", "Components: main"]
    if archive.signed_by:
        lines.append(f"Signed-By: {archive.signed_by}")
    return "".join(f"{line}\n" for line in lines)


def dependency_names(field: str) -> tuple[str, ...]:
    """Returns the package names of a `Depends` field, alternatives included."""
    return tuple(re.findall(r"(?:^|[,|])\s*([a-z0-9][a-z0-9+.-]+)", field.replace("\n", " ")))
