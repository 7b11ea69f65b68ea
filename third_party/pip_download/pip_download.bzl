# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Function for repository rules: the wheel that pip chooses for a requirement, from the user's cache folder or an index."""

_PROGRAM = Label("//:pip_download.py")

def pip_download(repository_ctx, python, requirements, pip_arguments = [], attempts = 1):
    """Puts the wheel of a requirement into the folder `wheel` of the repository.

    Args:
      repository_ctx: context of a repository rule.
      python: the interpreter whose pip chooses.
      requirements: lines of a requirements file for one distribution, hashes included.
      pip_arguments: further arguments of `pip download`.
      attempts: how often to try; big files on slow lines need several.

    Returns:
      The path of the wheel, or None when no requirement holds for the interpreter.
    """
    program = repository_ctx.path(_PROGRAM)
    name = requirements[0].partition(" ")[0]
    repository_ctx.file("requirements.txt", "\n".join(requirements) + "\n")
    for attempt in range(1, attempts + 1):
        repository_ctx.report_progress("Downloading {}, attempt {} of {}".format(name, attempt, attempts))
        result = repository_ctx.execute(
            [python, "-B", program, "--requirements=requirements.txt", "--destination=wheel"] + pip_arguments,
            timeout = 1200,
        )
        if result.return_code == 0:
            wheels = repository_ctx.path("wheel").readdir()
            return wheels[0] if wheels else None
    fail("pip could not bring {} (it must reach a package index or a folder that has it, see `pip config list`):\n{}".format(
        name,
        result.stdout + result.stderr,
    ))
