# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Rule `compilations`: writes down what is compiled for each of several wheels, as the build itself sees it."""

load("//packaging:py_wheel.bzl", "PyWheelInfo")

visibility(["//packaging/wheels"])

_CompilationsInfo = provider(
    doc = "What a target and all behind it compile.",
    fields = {"pairs": "Depset of (source, object), paths as strings."},
)

def _source_and_object(action):
    """Takes them from the command line of a compiler."""
    words = {word: following for word, following in zip(action.argv, action.argv[1:])}
    return (words["-c"], words["-o"])

def _dependencies(rule_attr):
    for_all = [getattr(rule_attr, name) for name in dir(rule_attr)]
    flat = [item for value in for_all for item in (value if type(value) == "list" else [value])]
    return [item for item in flat if type(item) == "Target" and _CompilationsInfo in item]

def _compilations_aspect_impl(target, ctx):
    return [_CompilationsInfo(pairs = depset(
        [_source_and_object(action) for action in target.actions if action.mnemonic == "CppCompile"],
        transitive = [target[_CompilationsInfo].pairs for target in _dependencies(ctx.rule.attr)],
    ))]

_compilations_aspect = aspect(
    implementation = _compilations_aspect_impl,
    attr_aspects = ["*"],
)

def _compilations_impl(ctx):
    output = ctx.actions.declare_file(ctx.label.name + ".json")
    ctx.actions.write(output, json.encode({
        wheel[PyWheelInfo].wheel.basename: wheel[_CompilationsInfo].pairs.to_list()
        for wheel in ctx.attr.wheels
    }))
    return [DefaultInfo(files = depset([output]))]

compilations = rule(
    implementation = _compilations_impl,
    doc = "A JSON object: for each wheel, by its name, the [source, object] pairs behind it.",
    attrs = {
        "wheels": attr.label_list(
            mandatory = True,
            aspects = [_compilations_aspect],
            providers = [PyWheelInfo],
        ),
    },
)
