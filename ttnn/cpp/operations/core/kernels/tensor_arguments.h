// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// A tensor among the common run-time arguments: the address of its buffer, then the words of its
// accessor, as the host's TensorAccessorArgs(buffer).get_compile_time_args() gives them.
#pragma once

#include <stdint.h>

#include "api/dataflow/dataflow_api.h"
#include "ttnn/cpp/operations/core/kernels/common_arguments.h"

using TensorPages = TensorAccessor<RuntimeTensorAccessorArgs>;

// Of the arguments from L1 address `place` on.
inline TensorPages tensor_at(uint32_t place) {
    const uint32_t address = *reinterpret_cast<const uint32_t*>(place);
    return TensorPages(RuntimeTensorAccessorArgs(place + sizeof(uint32_t)), address);
}

// The number of these arguments.
inline uint32_t tensor_words(uint32_t place) {
    return 1 + RuntimeTensorAccessorArgs(place + sizeof(uint32_t)).num_args();
}

inline TensorPages take_tensor(CommonArguments& arguments) {
    const uint32_t place = arguments.address();
    arguments.skip(tensor_words(place));
    return tensor_at(place);
}
