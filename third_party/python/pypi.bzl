# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Module extension: one lazily fetched repository for each Python distribution of a lock, and a hub over them.

Distributions come through pip as the machine configures it, checked against the hashes of the lock.
"""

load(":availability_repository.bzl", "availability_repository")
load(":distribution_repository.bzl", "distribution_repository")
load(":hub_repository.bzl", "hub_repository")
load(":requirements_lock.bzl", "parse_requirements_lock")

def _declare_hub(module_ctx, hub, overlays):
    lock = parse_requirements_lock(module_ctx.read(hub.lock))
    for distribution, requirements in lock.items():
        distribution_repository(
            name = "{}_{}".format(hub.name, distribution),
            distribution = distribution,
            hub = hub.name,
            overlay = overlays.pop((hub.name, distribution), None),
            requirements = requirements,
        )
    hub_repository(name = hub.name, hub = hub.name, distributions = lock.keys())
    for distribution in hub.optional:
        if distribution not in lock:
            fail("optional distribution %s is not in %s" % (distribution, hub.lock))
        availability_repository(
            name = "{}_availability".format(distribution),
            distribution = distribution,
            requirements = lock[distribution],
        )

def _pypi_impl(module_ctx):
    for module in module_ctx.modules:
        overlays = {
            (overlay.hub, overlay.distribution): overlay.build_file
            for overlay in module.tags.overlay
        }
        for hub in module.tags.hub:
            _declare_hub(module_ctx, hub, overlays)
        if overlays:
            fail("overlays of distributions that no lock has: %s" % overlays.keys())
    return module_ctx.extension_metadata(reproducible = True)

_hub = tag_class(
    doc = "A lock and the repository `@<name>` through which its distributions are used: `@<name>//numpy`.",
    attrs = {
        "lock": attr.label(mandatory = True, doc = "Lock file in pip's hash-checking format."),
        "name": attr.string(mandatory = True, doc = "Name of the hub; distributions are `@<name>_<distribution>`."),
        "optional": attr.string_list(
            doc = "Distributions that a machine may be unable to get. For each, `@<distribution>_availability//:available` " +
                  "goes into target_compatible_with of what needs it.",
        ),
    },
)

_overlay = tag_class(
    doc = "Targets of ours appended to the BUILD file of one distribution.",
    attrs = {
        "build_file": attr.label(mandatory = True, doc = "The targets; paths inside the wheel start with `site/`."),
        "distribution": attr.string(mandatory = True, doc = "Name as in the hub, as in `ml_dtypes`."),
        "hub": attr.string(mandatory = True, doc = "Name of the hub."),
    },
)

pypi = module_extension(
    implementation = _pypi_impl,
    tag_classes = {
        "hub": _hub,
        "overlay": _overlay,
    },
)
