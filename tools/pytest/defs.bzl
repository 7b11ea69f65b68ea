# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""The rule for Python tests."""

load("@rules_python//python:py_test.bzl", "py_test")

_MAIN = Label(":main.py")
_RUNNER = Label(":runner")

def py_pytest_test(name, srcs, size, deps = [], data = [], args = [], env = {}, **kwargs):
    """Given NAME defines: `NAME`, a test that runs the test files among `srcs` with pytest.

    Finding no test is a failure, a warning is an error; `--test_filter=EXPRESSION` selects as `pytest -k` does.

    Args:
      name: name of the target.
      srcs: Python files; those called `*_test.py` or `test_*.py` hold the tests, others (`conftest.py`) support them.
      size: size of the test.
      deps: py_library targets that the tests import; pytest itself is there already.
      data: files that the tests read at run time.
      args: further arguments of pytest.
      env: environment of the test; `$(rootpath ...)` is expanded.
      **kwargs: passed on to py_test: tags, timeout, flaky, shard_count, visibility, target_compatible_with and so on.
    """
    test_files = [
        src
        for src in srcs
        if src.endswith("_test.py") or src.rpartition("/")[2].rpartition(":")[2].startswith("test_")
    ]
    if not test_files:
        fail("py_pytest_test %s: no file of srcs is called *_test.py or test_*.py" % name)
    py_test(
        name = name,
        size = size,
        srcs = srcs + [_MAIN],
        args = ["$(rootpath %s)" % file for file in test_files] + args,
        data = data,
        env = env,
        main = _MAIN,
        deps = deps + [_RUNNER],
        **kwargs
    )
