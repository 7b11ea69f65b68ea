# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Makes a folder out of the packages of one root.

Packages come from the user's cache folder by their hashes, else from the archive, which must have
the very versions of the lock.

Run by a repository rule before any package exists: Python's standard library, apt and dpkg are all
it uses, besides the modules of //toolchains/bazel.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

import relocation
from pip_download import cache_folder, sha256_of
from programs import AssemblyError
from root_index import locked_offers, open_index
from root_lock import Package, Root, read_lock

# Debian 12 and older leave these links to the installer.
_MERGED_FOLDERS = ("bin", "lib", "lib64", "sbin")


def kept(package: Package) -> Path:
    """Where the user's cache folder has a package, or would have it."""
    return cache_folder(os.environ) / f"{package.sha256}.deb"


def download_missing(root: Root, missing: Mapping[str, Package], folder: Path) -> list[Path]:
    """Brings packages from the archive into the cache folder and returns their files.

    Raises:
        AssemblyError: the archive cannot be reached, lacks a package of the lock, or sends what it
            has not promised.
    """
    index = open_index(folder, root)
    chosen = locked_offers(root.suite, missing, index.offers(missing))
    files = index.download(chosen, folder / "packages", lambda _: None)
    by_name = {file.name.partition("_")[0]: file for file in files}
    brought = []
    for offer in chosen:
        package = Package(offer.version, offer.sha256)
        if offer.name not in by_name or sha256_of(by_name[offer.name]) != offer.sha256:
            raise AssemblyError(f"the archive did not send {offer.name} as it promised")
        kept(package).parent.mkdir(parents=True, exist_ok=True)
        unfinished = Path(f"{kept(package)}.{os.getpid()}")
        shutil.copyfile(by_name[offer.name], unfinished)
        unfinished.replace(kept(package))
        brought.append(kept(package))
    return brought


def unpack(package: Path, folder: Path) -> None:
    """Unpacks one package; the links of a merged /usr stay links."""
    content = subprocess.Popen(["dpkg-deb", "--fsys-tarfile", package], stdout=subprocess.PIPE)
    extract = ["tar", "-x", "--keep-directory-symlink", "--no-same-owner", "-C", folder]
    result = subprocess.run(extract, stdin=content.stdout, capture_output=True, text=True)
    content.stdout.close()  # else dpkg-deb would wait for ever for a tar that has ended
    if content.wait() or result.returncode:
        raise AssemblyError(f"cannot unpack {package.name}: {result.stderr}")


def remove_dangling_links(folder: Path) -> None:
    """Removes links to what no package brought: Bazel takes no folder with such as an input."""
    for link in folder.rglob("*"):
        if link.is_symlink() and not link.exists():
            link.unlink()


def make_root(root: Root, folder: Path) -> None:
    """Fills `folder`."""
    for name in _MERGED_FOLDERS:
        (folder / "usr" / name).mkdir(parents=True, exist_ok=True)
        (folder / name).symlink_to(f"usr/{name}")
    # Only a file with the hash of its name counts; another is brought anew.
    packages = root.packages
    missing = {
        name: package
        for name, package in packages.items()
        if not kept(package).is_file() or sha256_of(kept(package)) != package.sha256
    }
    files = [kept(package) for name, package in packages.items() if name not in missing]
    if missing:
        with tempfile.TemporaryDirectory() as scratch:
            files += download_missing(root, missing, Path(scratch))
    for file in files:
        unpack(file, folder)
    relocation.relink(folder)
    remove_dangling_links(folder)


def main() -> int:
    """Prints a JSON object: the program made to run, or why the root cannot be made."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lock", type=Path, required=True)
    parser.add_argument("--root", required=True, help="name of the root in the lock")
    parser.add_argument("--folder", type=Path, required=True, help="folder to make")
    parser.add_argument("--patchelf", type=Path, required=True)
    arguments = parser.parse_args()

    root = read_lock(arguments.lock)[arguments.root]
    folder = arguments.folder.absolute()
    answer = {"program": "", "missing_because": ""}
    try:
        folder.mkdir()
        make_root(root, folder)
        if root.program:
            relocation.use_own_libraries([folder / root.program], arguments.patchelf, folder)
            relocation.check_libraries(folder, [folder / root.program])
            answer["program"] = str(folder / root.program)
    except AssemblyError as error:
        shutil.rmtree(folder)
        folder.mkdir()
        answer["missing_because"] = " ".join(str(error).split())
    print(json.dumps(answer))
    return 0


if __name__ == "__main__":
    sys.exit(main())
