# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0
"""Makes a release: `./bazelw run //packaging:release -- --dry-run`.

It first looks for what speaks against a release, which takes seconds. Then it has Bazel build all
wheels and the source archive, runs the gates, writes checksums, the changelog's section and a
provenance statement, puts all that into one folder, and uploads wheels and source archive with
twine. `--dry-run` does everything but the upload.
"""

from __future__ import annotations

import argparse
import os
import sys
from dataclasses import dataclass
from datetime import datetime, timezone
from pathlib import Path

from bazel_command import Bazel
from release.changelog import ReleasedChangelog, release_changelog
from release.dist_folder import copy_into, sha256_of, whole_or_absent, write_checksums
from release.gates import GATES, find_missing, require_complete, run_bazel
from release.locks import read_lock
from release.provenance import Build, make_statement
from release.refusal import ReleaseRefused
from release.source_state import read_revision
from release.upload import carry_ledger, check_uploaded, read_uploaded, upload

PROVENANCE = "provenance.intoto.json"
SIZE_LEDGER = "//packaging:size_ledger"


@dataclass(frozen=True)
class Release:
    """What a folder holds."""

    # Names of the files that are published.
    distributions: list[str]
    changelog: ReleasedChangelog


def say(text: str) -> None:
    """Shows progress; plain lines are as good in a log."""
    print(f"release: {text}", flush=True)


def parse_arguments() -> argparse.Namespace:
    """Files come from the BUILD file, the rest from the person."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    hidden = {"required": True, "help": argparse.SUPPRESS}
    parser.add_argument("--version", **hidden)
    parser.add_argument("--targets", nargs="+", **hidden)
    parser.add_argument("--reports", nargs="*", **hidden)
    parser.add_argument("--locks", type=Path, nargs="*", **hidden)
    parser.add_argument("--missing-wheels", type=Path, **hidden)
    parser.add_argument("--dry-run", action="store_true", help="do everything but the upload")
    parser.add_argument("--repository-url", help="index to upload to (else twine's configuration)")
    parser.add_argument("--output", type=Path, help="folder to make (dist/ttnn-<version>)")
    parser.add_argument("--replace", action="store_true", help="replace that folder")
    parser.add_argument("--allow-dirty", action="store_true", help="release an edited tree")
    parser.add_argument(
        "--allow-missing",
        action="store_true",
        help="release without the wheels and the gates that this machine lacks something for",
    )
    return parser.parse_args()


def build_files(tree: Path, targets: list[str]) -> list[Path]:
    """Has Bazel build targets and returns their files.

    Raises:
      SystemExit: Bazel failed; it has said why.
    """
    with Bazel(tree, None) as bazel:
        return sorted(file for target in targets for file in bazel.build(target))


def check_unchanged(artifacts: list[Path], folder: Path) -> None:
    """Makes sure that the gates saw the files that are released.

    Raises:
      ReleaseRefused: Bazel has built another file meanwhile.
    """
    for artifact in artifacts:
        if sha256_of(artifact) != sha256_of(folder / artifact.name):
            raise ReleaseRefused(
                f"{artifact.name} was built anew while the gates ran: the tree has changed. "
                "Leave it alone and run this command again."
            )


def fill(folder: Path, old: Path, tree: Path, arguments: argparse.Namespace) -> Release:
    """Writes the whole release into an empty folder, which will take the place of `old`.

    Raises:
      ReleaseRefused: something has to be put right first.
      SystemExit: a build failed.
    """
    started = datetime.now(timezone.utc)
    revision = read_revision(tree, arguments.allow_dirty)
    say(f"version {arguments.version} of revision {revision}")
    changelog = release_changelog(tree / "CHANGELOG.md", arguments.version)
    missing = find_missing(tree, arguments.missing_wheels)
    if not arguments.allow_missing:
        require_complete(missing)
    for line in missing:
        say(f"goes without, as --allow-missing says: {line}")
    artifacts = build_files(tree, arguments.targets)
    copy_into(folder, artifacts)
    check_uploaded(read_uploaded(old), folder)
    say(f"{len(artifacts)} distributions; running the gates, {GATES}")
    run_bazel(tree, "a gate is red", "test", GATES)
    run_bazel(tree, "a component is too large", "run", SIZE_LEDGER)
    check_unchanged(artifacts, folder)
    build = Build(
        version=arguments.version,
        targets=tuple(arguments.targets),
        revision=revision,
        missing=tuple(missing),
        bazel_version=(tree / ".bazelversion").read_text(encoding="utf-8").strip(),
        started=started,
        finished=datetime.now(timezone.utc),
    )
    digests = {file.name: sha256_of(file) for file in folder.iterdir()}
    locked = [file for lock in arguments.locks for file in read_lock(lock)]
    statement = make_statement(build, digests, locked)
    (folder / PROVENANCE).write_text(statement, encoding="utf-8")
    (folder / "CHANGES.md").write_text(changelog.section, encoding="utf-8")
    copy_into(folder, build_files(tree, arguments.reports))
    write_checksums(folder)
    return Release([artifact.name for artifact in artifacts], changelog)


def publish(release: Release, folder: Path, tree: Path, arguments: argparse.Namespace) -> None:
    """Uploads a complete folder and writes down that the version is released.

    Raises:
      ReleaseRefused: the upload failed.
    """
    files = [folder / name for name in release.distributions]
    if arguments.dry_run:
        say("dry run: nothing is uploaded, the tree stays as it is. Would upload:")
        for file in files:
            say(f"  {file.name}")
        return
    say("uploading")
    upload(files, arguments.repository_url)
    (tree / "CHANGELOG.md").write_text(release.changelog.text, encoding="utf-8")
    run_bazel(tree, "sizes are not recorded", "run", SIZE_LEDGER, "--", "--record")
    say(f"released. Next: commit what has changed in the tree and tag v{arguments.version}.")


def main() -> int:
    """Entry point; returns the exit code."""
    arguments = parse_arguments()
    workspace = os.environ.get("BUILD_WORKSPACE_DIRECTORY")
    if workspace is None:
        print("run this as: ./bazelw run //packaging:release", file=sys.stderr)
        return 2
    tree = Path(workspace)
    folder = tree / "dist" / f"ttnn-{arguments.version}"
    if arguments.output:
        folder = Path(os.environ["BUILD_WORKING_DIRECTORY"], arguments.output)
    try:
        with whole_or_absent(folder, arguments.replace) as new:
            release = fill(new, folder, tree, arguments)
            carry_ledger(folder, new)
        say(f"wrote {folder}")
        publish(release, folder, tree, arguments)
    except ReleaseRefused as refusal:
        print(f"release refused: {refusal}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
