// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// What a mesh runs at a time: programs, each on the chips of a range.
//
//     distributed::MeshWorkload workload;
//     workload.add_program(MeshCoordinateRange(mesh->shape()), std::move(program));
//     EnqueueMeshWorkload(mesh->mesh_command_queue(), workload, false);
#pragma once

#include <map>

#include <tt-metalium/mesh_coord.hpp>
#include <tt-metalium/program.hpp>

namespace tt::tt_metal::distributed {

class MeshWorkload {
 public:
    // Throws std::invalid_argument for a range that shares chips with that of another program.
    void add_program(const MeshCoordinateRange& device_range, Program&& program);
    // To change arguments or circular buffers between runs.
    std::map<MeshCoordinateRange, Program>& get_programs() { return programs_; }

 private:
    std::map<MeshCoordinateRange, Program> programs_;
};

}  // namespace tt::tt_metal::distributed
