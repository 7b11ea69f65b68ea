# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0
"""The one error of the release: something that the person who releases has to put right."""


class ReleaseRefused(Exception):
    """Its message says what is wrong and what to do next."""
