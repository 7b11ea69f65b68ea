// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// The pages of a buffer, however it is laid out: interleaved over all banks, or in shards of any
// rank on some of them.
//
//     constexpr auto args = TensorAccessorArgs<0>();
//     const auto tensor = TensorAccessor(args, get_arg_val<uint32_t>(0));
//     noc_async_read_page(7, tensor, l1_address);
//
// A page is named by its number in the tensor, or by its place in each dimension.
#pragma once

#include <stdint.h>

#include "api/dataflow/interleaved.h"
#include "api/debug/assert.h"
#include "api/tensor/tensor_accessor_args.h"
#include "tt_metal/kernels/internal/noc.h"
#include "tt_metal/kernels/internal/refuse.h"

namespace tensor_accessor {

// The shape of a sharded buffer in pages.
template <typename Args>
class DistributionSpec {
 public:
    explicit constexpr DistributionSpec(const Args& args) : args_(args) {}

    constexpr uint32_t rank() const { return args_.rank(); }
    constexpr uint32_t num_banks() const { return args_.num_banks(); }
    constexpr uint32_t tensor_extent(uint32_t dimension) const {
        return args_.tensor_extent(dimension);
    }
    constexpr uint32_t shard_extent(uint32_t dimension) const {
        return args_.shard_extent(dimension);
    }
    // Shards from one end of the tensor to the other.
    constexpr uint32_t shard_grid_extent(uint32_t dimension) const {
        return (tensor_extent(dimension) + shard_extent(dimension) - 1) / shard_extent(dimension);
    }
    constexpr uint32_t tensor_volume() const {
        return product([this](uint32_t i) { return tensor_extent(i); });
    }
    constexpr uint32_t shard_volume() const {
        return product([this](uint32_t i) { return shard_extent(i); });
    }
    constexpr uint32_t num_shards() const {
        return product([this](uint32_t i) { return shard_grid_extent(i); });
    }

 private:
    template <typename Factor>
    constexpr uint32_t product(const Factor& factor) const {
        uint32_t result = 1;
        for (uint32_t i = 0; i < rank(); ++i) result *= factor(i);
        return result;
    }

    Args args_;
};

// A shard, and a page's place in it.
struct PlaceInShard {
    uint32_t shard;
    uint32_t page;
};

template <typename Args>
constexpr PlaceInShard find_page(const DistributionSpec<Args>& spec, uint32_t number) {
    PlaceInShard place{0, 0};
    uint32_t page = number;
    uint32_t shard_stride = 1;
    uint32_t page_stride = 1;
    for (uint32_t i = spec.rank(); i-- > 0;) {
        const uint32_t at = page % spec.tensor_extent(i);
        page /= spec.tensor_extent(i);
        place.shard += at / spec.shard_extent(i) * shard_stride;
        place.page += at % spec.shard_extent(i) * page_stride;
        shard_stride *= spec.shard_grid_extent(i);
        page_stride *= spec.shard_extent(i);
    }
    refuse_unless<tt::hw::Refusal::kPage>(page == 0, number);
    return place;
}

// A page and where it is; pages() gives one after the other.
class Page {
 public:
    Page(uint32_t page_id, uint64_t noc_addr) : page_id_(page_id), noc_addr_(noc_addr) {}
    uint32_t page_id() const { return page_id_; }
    uint64_t noc_addr() const { return noc_addr_; }

 private:
    uint32_t page_id_;
    uint64_t noc_addr_;
};

template <typename Tensor>
class Pages {
 public:
    class Iterator {
     public:
        Iterator(const Tensor& tensor, uint32_t page) : tensor_(tensor), page_(page) {}
        Page operator*() const { return Page(page_, tensor_.get_noc_addr(page_)); }
        void operator++() { ++page_; }
        bool operator==(const Iterator& other) const { return page_ == other.page_; }

     private:
        const Tensor& tensor_;
        uint32_t page_;
    };

    Pages(const Tensor& tensor, uint32_t begin, uint32_t end)
        : tensor_(tensor), begin_(begin), end_(end < begin ? begin : end) {}
    Iterator begin() const { return Iterator(tensor_, begin_); }
    Iterator end() const { return Iterator(tensor_, end_); }

 private:
    const Tensor& tensor_;
    uint32_t begin_;
    uint32_t end_;
};

}  // namespace tensor_accessor

template <typename Args>
class TensorAccessor {
 public:
    // address: of the buffer, the same in every bank. page_size: bytes; 0: as the host said.
    TensorAccessor(const Args& args, uint32_t address, uint32_t page_size = 0)
        : page_size(page_size != 0 ? page_size : args.page_size()),
          args_(args),
          address_(address),
          stride_(interleaved_internal::aligned_page_size(args.is_dram, this->page_size)) {}

    struct PageMapping {
        uint32_t bank_id;
        uint32_t bank_page_offset;  // in pages
    };
    PageMapping get_bank_and_offset(uint32_t page) const {
        if (!args_.is_sharded) {
            const uint32_t banks = interleaved_internal::num_banks(args_.is_dram);
            return {page % banks, page / banks};
        }
        const auto place = tensor_accessor::find_page(dspec(), page);
        const PageMapping shard = mapping_of_shard(place.shard);
        return {shard.bank_id, shard.bank_page_offset + place.page};
    }

    uint64_t get_noc_addr(uint32_t page, uint32_t offset = 0, uint8_t = noc_index) const {
        return noc_address(get_bank_and_offset(page), offset);
    }
    // place[i]: in dimension i. Only of a sharded buffer, as others have no shape.
    template <typename Place>
        requires requires(const Place& place) { place[0]; }
    uint64_t get_noc_addr(const Place& place, uint32_t offset = 0, uint8_t = noc_index) const {
        uint32_t page = 0;
        for (uint32_t i = 0; i < args_.rank(); ++i) {
            page = page * args_.tensor_extent(i) + place[i];
        }
        return get_noc_addr(page, offset);
    }
    // Of the first page of a shard, which lies in its bank as one block.
    uint64_t get_shard_noc_addr(uint32_t shard, uint32_t offset = 0, uint8_t = noc_index) const {
        return noc_address(mapping_of_shard(shard), offset);
    }

    // Whether something lies in the L1 of this core.
    bool is_local_bank(uint32_t bank) const {
        return !args_.is_dram &&
               is_local_addr(interleaved_internal::bank_noc_address(false, bank, 0));
    }
    bool is_local_page(uint32_t page) const {
        return is_local_bank(get_bank_and_offset(page).bank_id);
    }
    bool is_local_shard(uint32_t shard) const {
        return is_local_bank(mapping_of_shard(shard).bank_id);
    }
    static bool is_local_addr(uint64_t noc_addr) {
        return tt::hw::noc_x(noc_addr) == core_info().noc_x &&
               tt::hw::noc_y(noc_addr) == core_info().noc_y;
    }

    // The pages from one number up to another, to be gone through:
    //     for (const auto& page : tensor.pages(first, end)) noc_async_read(page.noc_addr(), ...);
    // All of them only of a sharded buffer, as others do not know how many they are.
    tensor_accessor::Pages<TensorAccessor> pages(uint32_t begin, uint32_t end,
                                                 uint8_t = noc_index) const {
        return {*this, begin, end};
    }
    tensor_accessor::Pages<TensorAccessor> pages() const {
        ASSERT(args_.is_sharded);
        return {*this, 0, dspec().tensor_volume()};
    }

    // Of a sharded buffer.
    constexpr tensor_accessor::DistributionSpec<Args> dspec() const {
        return tensor_accessor::DistributionSpec<Args>(args_);
    }
    uint32_t aligned_page_size() const { return stride_; }
    uint32_t get_bank_base_address() const { return address_; }

    const uint32_t page_size;

 private:
    PageMapping mapping_of_shard(uint32_t shard) const {
        const uint32_t banks = args_.num_banks();
        return {args_.bank(shard % banks), shard / banks * dspec().shard_volume()};
    }
    uint64_t noc_address(const PageMapping& place, uint32_t offset) const {
        return interleaved_internal::bank_noc_address(
            args_.is_dram, place.bank_id, address_ + place.bank_page_offset * stride_ + offset);
    }

    Args args_;
    uint32_t address_;
    uint32_t stride_;
};

// Of a whole shard, with the pages that reach beyond the tensor's end.
template <typename Args>
void noc_async_read_shard(uint32_t shard, const TensorAccessor<Args>& tensor, uint32_t to_l1,
                          uint8_t = noc_index) {
    noc_async_read(tensor.get_shard_noc_addr(shard), to_l1,
                   tensor.dspec().shard_volume() * tensor.aligned_page_size());
}
template <typename Args>
void noc_async_write_shard(uint32_t shard, const TensorAccessor<Args>& tensor, uint32_t from_l1,
                           uint8_t = noc_index) {
    noc_async_write(from_l1, tensor.get_shard_noc_addr(shard),
                    tensor.dspec().shard_volume() * tensor.aligned_page_size());
}
