# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Tests of the reader of lock files."""

load("@bazel_skylib//lib:unittest.bzl", "asserts", "unittest")
load(":requirements_lock.bzl", "normalize_name", "parse_requirements_lock")

_LOCK = """\
numpy==2.2.6 ; python_full_version < '3.11' \\
    --hash=sha256:aa \\
    --hash=sha256:bb
    # via -r requirements.in
numpy==2.4.6 ; python_full_version >= '3.11' \\
    --hash=sha256:cc
ml-dtypes[extra]==0.6.0 \\
    --hash=sha256:dd
    # via
    #   -r requirements.in
"""

def _parse_impl(ctx):
    env = unittest.begin(ctx)
    lock = parse_requirements_lock(_LOCK)

    asserts.equals(env, ["numpy", "ml_dtypes"], lock.keys())
    asserts.equals(env, 2, len(lock["numpy"]))
    asserts.true(env, lock["numpy"][0].startswith("numpy==2.2.6 ; python_full_version < '3.11' "))
    asserts.true(env, lock["numpy"][0].endswith("--hash=sha256:aa      --hash=sha256:bb"))
    asserts.true(env, lock["ml_dtypes"][0].startswith("ml-dtypes[extra]==0.6.0 "))
    return unittest.end(env)

def _normalize_impl(ctx):
    env = unittest.begin(ctx)
    asserts.equals(env, "ruamel_yaml", normalize_name("Ruamel.YAML"))
    asserts.equals(env, "check_wheel_contents", normalize_name("check-wheel-contents"))
    return unittest.end(env)

_parse_test = unittest.make(_parse_impl)
_normalize_test = unittest.make(_normalize_impl)

def requirements_lock_test_suite(name):
    """Given NAME defines: `NAME`, the suite of these tests.

    Args:
      name: name of the suite.
    """
    unittest.suite(name, _parse_test, _normalize_test)
