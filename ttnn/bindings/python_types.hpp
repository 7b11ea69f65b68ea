// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Types as Python has them, so that the signatures which pybind11 makes, and the type stub that is
// made of these, say all that callers may rely on.
#pragma once

#include <pybind11/pybind11.h>
#include <pybind11/typing.h>

#include <utility>

#include "ttnn/cpp/tensor/shape.hpp"

namespace ttnn::bindings {

// What torch makes, whose headers nobody needs.
class TorchTensor : public pybind11::object {
    using object::object;

 public:
    explicit TorchTensor(pybind11::object tensor) : object(std::move(tensor)) {}
};

// `a == b` for any b: where that is no T and converts to none, Python asks b in turn. To be bound
// with py::is_operator.
template <typename T>
bool equal(const T& self, const pybind11::object& other) {
    pybind11::detail::make_caster<T> other_value;
    if (!other_value.load(other, /*convert=*/true)) {
        throw pybind11::reference_cast_error();  // to pybind11: no overload takes this
    }
    return self == pybind11::detail::cast_op<const T&>(other_value);
}

}  // namespace ttnn::bindings

namespace pybind11::detail {

template <>
struct handle_type_name<ttnn::bindings::TorchTensor> {
    static constexpr auto name = const_name("torch.Tensor");
};

// As an argument, a shape may be a tuple or list of its extents: bind_types.cpp has it converted.
template <>
struct type_caster<ttnn::Shape> : type_caster_base<ttnn::Shape> {
    static constexpr auto name =
        const_name<ttnn::Shape>() + io_name(" | list[int] | tuple[int, ...]", "");
};

}  // namespace pybind11::detail
