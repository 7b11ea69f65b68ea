# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0
"""Makes the sysroot of one target out of the runtime sources in an LLVM distribution.

A glibc sysroot has usr/include and usr/lib, a freestanding one include alone. Both have in
lib/clang/<major> what clang calls its resource directory: its own headers, the target's builtins.
With that layout the clang driver finds everything by itself from --sysroot and -resource-dir.
"""

from __future__ import annotations

import argparse
import re
import shlex
import shutil
import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

# Makes zig build every library of a C++ program.
PROBE = """\
#include <iostream>
#include <stdexcept>
int main() try { std::cout << std::string("probe"); } catch (const std::exception&) { return 1; }
"""

# Without GCC's C runtime nobody runs the destructors of a library's statics when it is unloaded.
CRTBEGIN = """\
extern void __cxa_finalize(void*);
extern void* __dso_handle __attribute__((visibility("hidden")));
static void finalize(void) { __cxa_finalize(&__dso_handle); }
__attribute__((section(".fini_array"), used))
static void (*finalize_entry)(void) = finalize;
"""

# What Zig has put in the place of an #include of libc++'s configuration.
ZIG_PATCH = re.compile(r"/\* .*instead of including __config_site.*\*/")

# What is cut out of Zig's builtins before they become C.
BUILTINS_CUTS = [
    # Functions of libm: from the comment above their imports to the next.
    ("compiler_rt.zig", r"// Math routines\..*?(?=// BigInt\.)"),
    # Zig withholds complex numbers from C. It is right for the long double of x86, which C returns
    # otherwise, and halves need what was cut above.
    ("compiler_rt/mulc3.zig", r"if [^{]* != \.stage2_c\) "),
    ("compiler_rt/mulc3.zig", r"symbol\(&__mul[hx]c3, [^;]*;"),
    ("compiler_rt/divc3.zig", r"if [^{]* != \.stage2_c\) "),
    ("compiler_rt/divc3.zig", r"symbol\(&__div[hx]c3, [^;]*;"),
]

# Declarations that libc++'s headers refer to even without a system. Nothing defines most of these
# functions: a program that calls one does not link.
FREESTANDING_C_HEADERS = [
    "bits/alltypes.h",
    "bits/errno.h",
    "ctype.h",
    "errno.h",
    "features.h",
    "inttypes.h",
    "locale.h",
    "math.h",
    "stdio.h",
    "stdlib.h",
    "string.h",
    "time.h",
    "wchar.h",
    "wctype.h",
]
FREESTANDING_LIBCXX = [
    "_LIBCPP_ABI_NAMESPACE=__1",
    "_LIBCPP_ABI_VERSION=1",
    "_LIBCPP_ASSERTION_SEMANTIC_DEFAULT=_LIBCPP_ASSERTION_SEMANTIC_IGNORE",
    "_LIBCPP_HARDENING_MODE=_LIBCPP_HARDENING_MODE_NONE",
    "_LIBCPP_HAS_FILESYSTEM=0",
    "_LIBCPP_HAS_LOCALIZATION=0",
    "_LIBCPP_HAS_MONOTONIC_CLOCK=0",
    "_LIBCPP_HAS_MUSL_LIBC=0",
    "_LIBCPP_HAS_RANDOM_DEVICE=0",
    "_LIBCPP_HAS_TERMINAL=0",
    "_LIBCPP_HAS_THREADS=0",
    "_LIBCPP_HAS_TIME_ZONE_DATABASE=0",
    "_LIBCPP_HAS_UNICODE=0",
    "_LIBCPP_HAS_VENDOR_AVAILABILITY_ANNOTATIONS=0",
    "_LIBCPP_HAS_WIDE_CHARACTERS=0",
    "_LIBCPP_PSTL_BACKEND_SERIAL",
]

GLIBC_LIBRARIES = [
    "libdl.so.2",
    "libm.so.6",
    "libpthread.so.0",
    "libresolv.so.2",
    "librt.so.1",
    "libutil.so.1",
]


def run(command: list[str | Path], **options: Any) -> str:
    """Runs a tool and returns what it wrote to its standard error.

    The tool sees no variable of the caller's, since compilers take search paths from some.
    """
    options = {"env": {}} | options
    result = subprocess.run(command, **options, stderr=subprocess.PIPE, text=True, check=False)
    if result.returncode != 0:
        sys.exit(f"{shlex.join(map(str, command))}\nfailed:\n{result.stderr[-4000:]}")
    return result.stderr


class Distribution:
    """The LLVM distribution that is drawn from."""

    def __init__(self, root: Path, work: Path, control_flow: str):
        self.zig = root / "bin/zig"
        self.runtimes = root / "share/zig"
        (self.resources,) = (root / "lib/clang").iterdir()
        self._environment = {
            "ZIG_LIB_DIR": str(self.runtimes),
            "ZIG_GLOBAL_CACHE_DIR": str(work / "global"),
            "ZIG_LOCAL_CACHE_DIR": str(work / "local"),
            "HOME": str(work),
            # Zig hands no such flag on. Clang's driver adds what follows the plus, silent by the #.
            "CCC_OVERRIDE_OPTIONS": f"# +{control_flow}",
            "ZIG_VERBOSE_LINK": "1",
            "ZIG_VERBOSE_CC": "1",
        }

    def build(self, *arguments: str | Path) -> list[list[str]]:
        """Runs zig and returns the commands that it ran in turn."""
        trace = run([self.zig, *arguments], env=self._environment)
        return [shlex.split(line) for line in trace.splitlines() if " -o " in line]

    def copy_resources(self, sysroot: Path, triple: str) -> Path:
        """Copies clang's headers and returns the folder for the target's builtins."""
        target = sysroot / "lib/clang" / self.resources.name
        shutil.copytree(self.resources / "include", target / "include")
        libraries = target / "lib" / triple
        libraries.mkdir(parents=True)
        return libraries

    def copy_libcxx_headers(self, include: Path, defines: list[str]) -> None:
        """Copies libc++'s headers, with the configuration as a header again and not as flags."""
        for library in ["libcxx", "libcxxabi"]:
            shutil.copytree(self.runtimes / library / "include", include, dirs_exist_ok=True)
        for header in include.rglob("*"):
            if header.is_file() and ZIG_PATCH.search(header.read_text()):
                header.write_text(ZIG_PATCH.sub("#include <__config_site>", header.read_text()))
        lines = ["#pragma once"]
        for define in defines:
            name, _, value = define.partition("=")
            lines += [f"#ifndef {name}", f"#define {name} {value or 1}", "#endif"]
        (include / "__config_site").write_text("\n".join(lines) + "\n")


def flag_values(command: list[str], flag: str) -> list[str]:
    """The values that follow each occurrence of a flag."""
    return [value for name, value in pairwise(command) if name == flag]


def libcxx_defines(command: list[str]) -> list[str]:
    """The configuration of libc++ in a compile command, for users of the library.

    They keep the library's visibility annotations, so that its inline functions stay out of the
    symbols that a shared library exports.
    """
    return [
        word[2:]
        for word in command
        if re.match(r"-D_LIBCPP_|-D_LIBCXXABI_", word)
        and "_DISABLE_VISIBILITY_ANNOTATIONS" not in word
    ]


def repack(distribution: Distribution, target: Path, *archives: Path) -> None:
    """One static library of several, its members named without the folders they were built in."""
    folder = target.with_suffix(".objects")
    for archive in archives:
        (folder / archive.name).mkdir(parents=True)
        run([distribution.zig, "ar", "x", archive.absolute()], cwd=folder / archive.name)
    objects = sorted(folder.rglob("*.o"))
    if len({member.name for member in objects}) < len(objects):
        sys.exit(f"{target.name}: two members of one name in {objects}")
    run([distribution.zig, "ar", "rcsD", target, *objects])
    shutil.rmtree(folder)


def make_glibc(distribution: Distribution, options: argparse.Namespace, work: Path) -> None:
    """C and C++ libraries for a Linux target and a glibc."""
    sysroot = options.sysroot
    probe = work / "probe.cc"
    probe.write_text(PROBE)
    # Without -s the archives would carry debug information with paths of this machine. The builtins
    # are made otherwise.
    commands = distribution.build(
        "c++", "-target", options.zig_target, "-mcpu=" + options.zig_cpu, "-rtlib=none",
        "-O2", "-s", "-fPIE", "-pie", probe, "-o", work / "probe",
    )  # fmt: skip
    (compile_probe,) = (command for command in commands if str(probe) in command)
    link_probe = commands[-1]
    inputs = {Path(word).name: Path(word) for word in link_probe if Path(word).is_file()}
    minor = options.zig_target.rpartition(".")[2]

    headers = sysroot / "usr/include"
    # The first folder on the command line wins, so it is copied last.
    for folder in reversed(flag_values(compile_probe, "-isystem")):
        if "/libc/include/" in folder or "/libunwind/" in folder:
            shutil.copytree(folder, headers, dirs_exist_ok=True)
    features = headers / "features.h"
    marker = "#define	__GLIBC__	2\n"
    if marker not in features.read_text():
        sys.exit(f"{features}: no line '{marker.strip()}' to put the glibc version after")
    version = f"{marker}#define	__GLIBC_MINOR__	{minor}\n"
    features.write_text(features.read_text().replace(marker, version))
    distribution.copy_libcxx_headers(headers / "c++/v1", libcxx_defines(compile_probe))

    libraries = sysroot / "usr/lib"
    libraries.mkdir(parents=True)
    for name in GLIBC_LIBRARIES:
        shutil.copy(inputs[name], libraries / (name.partition(".so")[0] + ".so"))
    for name in ["libc.so.6", "libld.so.2"]:
        shutil.copy(inputs[name], libraries)
    (libraries / "libc.so").write_text("INPUT(libc.so.6 libc_nonshared.a AS_NEEDED(libld.so.2))\n")
    for name in ["libc_nonshared.a", "libunwind.a"]:
        repack(distribution, libraries / name, inputs[name])
    # LLVM's own builds join these two, since the driver asks for libc++ alone.
    repack(distribution, libraries / "libc++.a", inputs["libc++.a"], inputs["libc++abi.a"])

    # Position independent start code serves both kinds of executables.
    shutil.copy(inputs["Scrt1.o"], libraries / "Scrt1.o")
    shutil.copy(inputs["Scrt1.o"], libraries / "crt1.o")
    (work / "empty.c").write_text("")
    (work / "crtbegin.c").write_text(CRTBEGIN)
    for name in ["crti.o", "crtn.o"]:
        compile_c(distribution, options, work / "empty.c", libraries / name)
    builtins = distribution.copy_resources(sysroot, options.triple)
    compile_c(distribution, options, work / "crtbegin.c", builtins / "clang_rt.crtbegin.o")
    compile_c(distribution, options, work / "empty.c", builtins / "clang_rt.crtend.o")
    make_glibc_builtins(distribution, options, work, builtins / "libclang_rt.builtins.a")


def compile_c(
    distribution: Distribution,
    options: argparse.Namespace,
    source: Path,
    target: Path,
    *flags: str | Path,
) -> None:
    """Compiles a C source that needs no header of a system."""
    command = [distribution.zig, "clang", "--target=" + options.triple]
    command += [f"-resource-dir={distribution.resources}", options.control_flow]
    command += ["-O2", "-fPIC", "-ffreestanding", "-nostdlibinc"]
    run([*command, *flags, "-c", source, "-o", target])


def make_glibc_builtins(
    distribution: Distribution, options: argparse.Namespace, work: Path, archive: Path
) -> None:
    """Compiler builtins that have nothing in common with glibc, so that glibc's functions are used.

    Zig's own are one object with functions of the C library in it: its memcpy knows one processor,
    its stack guard is a constant. In Zig's translation to C those are left out, and clang can guard
    jumps and returns, which Zig cannot. Atomics by locks are left out as well, as LLVM does.
    """
    sources = work / "builtins"
    shutil.copytree(distribution.runtimes / "compiler_rt", sources / "compiler_rt")
    root = Path(shutil.copy(distribution.runtimes / "compiler_rt.zig", sources))
    for name, pattern in BUILTINS_CUTS:
        text, found = re.subn(pattern, "", (sources / name).read_text(), flags=re.DOTALL)
        if not found:
            sys.exit(f"{name}: nothing matches '{pattern}', which is to be cut out")
        (sources / name).write_text(text)
    translated = sources / "builtins.c"
    distribution.build(
        "build-obj", root, "-target", options.zig_target, "-mcpu=" + options.zig_cpu, "-ofmt=c",
        "-OReleaseFast", "-fstrip", f"-femit-bin={translated}",
    )  # fmt: skip
    member = sources / "builtins.o"
    # Zig's pointers alias as they like, and what is translated is not written to please.
    flags = ["-fno-strict-aliasing", "-ffunction-sections", "-w"]
    compile_c(distribution, options, translated, member, *flags, "-iquote", distribution.runtimes)
    run([distribution.zig, "ar", "rcsD", archive, member])


def make_freestanding(distribution: Distribution, options: argparse.Namespace, work: Path) -> None:
    """Compiler builtins and the headers of libc++ for a target without a system."""
    architecture = options.zig_target.partition("-")[0]
    headers = options.sysroot / "include"
    for name in FREESTANDING_C_HEADERS:
        folder = f"{architecture}-linux-musl" if name == "bits/alltypes.h" else "generic-musl"
        (headers / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(distribution.runtimes / "libc/include" / folder / name, headers / name)
    distribution.copy_libcxx_headers(headers / "c++/v1", FREESTANDING_LIBCXX)

    builtins = distribution.copy_resources(options.sysroot, options.triple)
    archive = work / "libcompiler_rt.a"
    distribution.build(
        "build-lib", distribution.runtimes / "compiler_rt.zig", "-target", options.zig_target,
        "-mcpu=" + options.zig_cpu, "-OReleaseFast", "-fstrip", "-ffunction-sections",
        "-fno-compiler-rt", f"-femit-bin={archive}",
    )  # fmt: skip
    repack(distribution, builtins / "libclang_rt.builtins.a", archive)


def main() -> None:
    """Parses the command line and makes the sysroot."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--distribution", type=Path, required=True, help="root of the LLVM distribution"
    )
    parser.add_argument("--sysroot", type=Path, required=True, help="folder to make")
    parser.add_argument("--kind", choices=["glibc", "freestanding"], required=True)
    parser.add_argument("--triple", required=True, help="what clang calls the target")
    parser.add_argument("--zig-target", required=True, help="what zig calls the target")
    parser.add_argument("--zig-cpu", required=True)
    parser.add_argument(
        "--control-flow", required=True, help="flag by which clang guards jumps and returns"
    )
    options = parser.parse_args()
    options.sysroot = options.sysroot.absolute()

    work = options.sysroot.parent / "work"
    work.mkdir(parents=True)
    distribution = Distribution(options.distribution.absolute(), work, options.control_flow)
    {"glibc": make_glibc, "freestanding": make_freestanding}[options.kind](
        distribution, options, work
    )
    shutil.rmtree(work)


if __name__ == "__main__":
    main()
