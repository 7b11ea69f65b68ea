// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "ttnn/cpp/operations/data_movement/box.hpp"

#include <algorithm>
#include <stdexcept>

namespace ttnn {

namespace {

constexpr size_t kMaxRank = 8;  // of boxes that kernels walk

void erase_dimension(Box& box, size_t dimension) {
    const auto at = static_cast<std::ptrdiff_t>(dimension);
    box.extents.erase(box.extents.begin() + at);
    for (BoxView& view : box.views) view.strides.erase(view.strides.begin() + at);
}

// Whether in every tensor dimension d goes on where d + 1 ends.
bool goes_on(const Box& box, size_t d) {
    return std::ranges::all_of(box.views, [&](const BoxView& view) {
        return view.strides[d] == view.strides[d + 1] * int64_t{box.extents[d + 1]};
    });
}

}  // namespace

uint64_t Box::num_points() const {
    uint64_t result = 1;
    for (uint32_t extent : extents) result *= extent;
    return result;
}

Box Box::simplified() const {
    Box box = *this;
    for (size_t d = box.extents.size(); d-- > 0;) {
        if (box.extents[d] == 1) erase_dimension(box, d);
    }
    for (size_t d = box.extents.size(); d-- > 1;) {
        if (!goes_on(box, d - 1)) continue;
        box.extents[d] *= box.extents[d - 1];
        erase_dimension(box, d - 1);
    }
    if (box.extents.empty()) {
        box.extents = {1};
        for (BoxView& view : box.views) view.strides = {1};
    }
    if (box.extents.size() > kMaxRank) {
        throw std::invalid_argument("extents: " + std::to_string(box.extents.size()) +
                                    " dimensions that cannot be joined; at most " +
                                    std::to_string(kMaxRank) + " can be walked");
    }
    return box;
}

void Box::check(size_t index, const std::string& name, uint64_t num_elements) const {
    const BoxView& view = views.at(index);
    if (view.strides.size() != extents.size()) {
        throw std::invalid_argument(name + ": " + std::to_string(view.strides.size()) +
                                    " strides; the box has " + std::to_string(extents.size()) +
                                    " dimensions");
    }
    int64_t lowest = view.base;
    int64_t highest = view.base;
    for (size_t d = 0; d < extents.size(); ++d) {
        const int64_t reach = (int64_t{extents[d]} - 1) * view.strides[d];
        (reach < 0 ? lowest : highest) += reach;
    }
    if (lowest < 0 || highest >= static_cast<int64_t>(num_elements)) {
        throw std::invalid_argument(name + ": the box reaches from " + std::to_string(lowest) +
                                    " to " + std::to_string(highest) + "; there are " +
                                    std::to_string(num_elements) + " elements");
    }
}

std::vector<uint32_t> Box::words() const {
    std::vector<uint32_t> words;
    for (const BoxView& view : views) words.push_back(static_cast<uint32_t>(view.base));
    words.push_back(static_cast<uint32_t>(extents.size()));
    words.insert(words.end(), extents.begin(), extents.end());
    for (const BoxView& view : views) {
        for (int64_t stride : view.strides) words.push_back(static_cast<uint32_t>(stride));
    }
    return words;
}

Box Box::all(uint64_t num_elements, size_t num_views) {
    return {.extents = {static_cast<uint32_t>(num_elements)},
            .views = std::vector<BoxView>(num_views, BoxView{.base = 0, .strides = {1}})};
}

}  // namespace ttnn
