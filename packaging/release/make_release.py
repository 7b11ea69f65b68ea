# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0
"""Makes a release: `./bazelw run //packaging:release -- --dry-run`.

Bazel has built all wheels and the source archive when this starts. It copies them, runs the gates,
writes checksums, the changelog's section and a provenance statement, puts all that into one folder,
and uploads wheels and source archive with twine. `--dry-run` does everything but the upload.
"""

from __future__ import annotations

import argparse
import os
import shlex
import subprocess
import sys
from datetime import datetime, timezone
from pathlib import Path

from release.changelog import ReleasedChangelog, release_changelog
from release.dist_folder import copy_into, sha256_of, whole_or_absent, write_checksums
from release.locks import read_lock
from release.provenance import Build, make_statement
from release.refusal import ReleaseRefused
from release.source_state import read_revision
from release.upload import upload

PROVENANCE = "provenance.intoto.json"
GATES = "//packaging/..."
SIZE_LEDGER = "//packaging:size_ledger"


def say(text: str) -> None:
    """Shows progress; plain lines are as good in a log."""
    print(f"release: {text}", flush=True)


def parse_arguments() -> argparse.Namespace:
    """Files come from the BUILD file, the rest from the person."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    for name in ("artifacts", "reports", "locks"):
        parser.add_argument(f"--{name}", type=Path, nargs="*", default=[], help=argparse.SUPPRESS)
    parser.add_argument("--version", required=True, help=argparse.SUPPRESS)
    parser.add_argument("--targets", nargs="+", default=[], help=argparse.SUPPRESS)
    parser.add_argument("--dry-run", action="store_true", help="do everything but the upload")
    parser.add_argument("--repository-url", help="index to upload to (else twine's configuration)")
    parser.add_argument("--output", type=Path, help="folder to make (dist/ttnn-<version>)")
    parser.add_argument("--replace", action="store_true", help="replace that folder")
    parser.add_argument("--allow-dirty", action="store_true", help="release an edited tree")
    return parser.parse_args()


def run_bazel(tree: Path, failure: str, *words: str) -> None:
    """Runs Bazel on the tree, its output shown.

    Raises:
      ReleaseRefused: with `failure` and the command, if Bazel fails.
    """
    command = ["./bazelw", *words]
    if subprocess.run(command, cwd=tree, check=False).returncode:
        raise ReleaseRefused(f"{failure} (see above). Again: `{shlex.join(command)}`")


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


def fill(folder: Path, tree: Path, arguments: argparse.Namespace) -> ReleasedChangelog:
    """Writes the whole release into an empty folder and returns the changelog that goes with it.

    Raises:
      ReleaseRefused: something has to be put right first.
    """
    started = datetime.now(timezone.utc)
    revision = read_revision(tree, arguments.allow_dirty)
    say(f"version {arguments.version} of revision {revision}")
    changelog = release_changelog(tree / "CHANGELOG.md", arguments.version)
    copy_into(folder, arguments.artifacts)
    say(f"{len(arguments.artifacts)} distributions; running the gates, {GATES}")
    run_bazel(tree, "a gate is red", "test", GATES)
    run_bazel(tree, "a component is too large", "run", SIZE_LEDGER)
    check_unchanged(arguments.artifacts, folder)
    build = Build(
        version=arguments.version,
        targets=tuple(arguments.targets),
        revision=revision,
        bazel_version=(tree / ".bazelversion").read_text(encoding="utf-8").strip(),
        started=started,
        finished=datetime.now(timezone.utc),
    )
    digests = {file.name: sha256_of(file) for file in folder.iterdir()}
    locked = [file for lock in arguments.locks for file in read_lock(lock)]
    statement = make_statement(build, digests, locked)
    (folder / PROVENANCE).write_text(statement, encoding="utf-8")
    (folder / "CHANGES.md").write_text(changelog.section, encoding="utf-8")
    copy_into(folder, arguments.reports)
    write_checksums(folder)
    return changelog


def publish(folder: Path, tree: Path, text: str, arguments: argparse.Namespace) -> None:
    """Uploads a complete folder and writes down that the version is released.

    Raises:
      ReleaseRefused: the upload failed.
    """
    files = [folder / artifact.name for artifact in arguments.artifacts]
    if arguments.dry_run:
        say("dry run: nothing is uploaded, the tree stays as it is. Would upload:")
        for file in files:
            say(f"  {file.name}")
        return
    say("uploading")
    upload(files, arguments.repository_url)
    (tree / "CHANGELOG.md").write_text(text, encoding="utf-8")
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
    folder = tree / (arguments.output or f"dist/ttnn-{arguments.version}")
    try:
        with whole_or_absent(folder, arguments.replace) as new:
            changelog = fill(new, tree, arguments)
        say(f"wrote {folder}")
        publish(folder, tree, changelog.text, arguments)
    except ReleaseRefused as refusal:
        print(f"release refused: {refusal}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
