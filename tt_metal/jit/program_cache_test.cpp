// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "tt_metal/jit/program_cache.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

namespace tt::tt_metal::jit {
namespace {

namespace fs = std::filesystem;

constexpr uint64_t kNoLimit = uint64_t{1} << 40;

void write(const fs::path& path, const std::string& text) {
    fs::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << text;
}

class ProgramCacheTest : public testing::Test {
 protected:
    ProgramCacheTest() {
        const auto* test = testing::UnitTest::GetInstance()->current_test_info();
        root_ = fs::path(testing::TempDir()) / test->name();
        fs::remove_all(root_);
        write(root_ / "a/kernel.cpp", "void kernel_main() {}");
    }

    fs::path folder() const { return root_ / "cache"; }
    fs::path only_entry() const { return fs::directory_iterator(folder())->path(); }

    CompiledProgram program_of(const std::vector<fs::path>& files, const std::string& elf) {
        const std::vector<fs::path> folders{root_ / "a", root_ / "b"};
        return {*make_closure(files, folders, digests_), elf};
    }
    CompiledProgram simple_program(const std::string& elf = "elf") {
        return program_of({root_ / "a/kernel.cpp"}, elf);
    }

    std::string found(const ProgramCache& cache, const std::string& key) {
        FileDigests fresh;  // as another process
        const auto program = cache.find(key, fresh);
        return program ? program->elf : "nothing";
    }

    fs::path root_;
    FileDigests digests_;
};

TEST_F(ProgramCacheTest, FindsInAnotherProcessWhatWasStored) {
    ProgramCache(folder(), kNoLimit).store("key", simple_program("bytes\0and more"));

    EXPECT_EQ(found(ProgramCache(folder(), kNoLimit), "key"), std::string("bytes"));
    EXPECT_EQ(found(ProgramCache(folder(), kNoLimit), "other key"), "nothing");
}

TEST_F(ProgramCacheTest, NeverFindsWhatWasMadeFromOtherFiles) {
    ProgramCache cache(folder(), kNoLimit);
    cache.store("key", simple_program());

    write(root_ / "a/kernel.cpp", "void kernel_main() { }");

    EXPECT_EQ(found(cache, "key"), "nothing");
}

TEST_F(ProgramCacheTest, NoticesAChangeThatKeepsSizeAndTime) {
    const fs::path file = root_ / "a/kernel.cpp";
    const auto time = fs::last_write_time(file);
    ProgramCache cache(folder(), kNoLimit);
    cache.store("key", simple_program());

    write(file, "void kernel_main() {;");
    fs::last_write_time(file, time);

    EXPECT_FALSE(cache.find("key", digests_));
}

TEST_F(ProgramCacheTest, NoticesAFileThatNowComesEarlier) {
    write(root_ / "b/part.h", "// second folder");
    ProgramCache cache(folder(), kNoLimit);
    cache.store("key", program_of({root_ / "a/kernel.cpp", root_ / "b/part.h"}, "elf"));
    EXPECT_EQ(found(cache, "key"), "elf");

    write(root_ / "a/part.h", "// first folder");

    EXPECT_EQ(found(cache, "key"), "nothing");
}

TEST_F(ProgramCacheTest, TreatsADamagedEntryAsNone) {
    ProgramCache cache(folder(), kNoLimit);
    cache.store("key", simple_program(std::string(500, 'x')));
    const fs::path entry = only_entry();
    const auto size = fs::file_size(entry);
    for (uintmax_t at = 0; at < size; at += 7) {
        {
            std::fstream stream(entry, std::ios::in | std::ios::out | std::ios::binary);
            stream.seekp(static_cast<std::streamoff>(at));
            stream.put('\xA5');
        }
        EXPECT_EQ(found(cache, "key"), "nothing") << "byte " << at;
        cache.store("key", simple_program(std::string(500, 'x')));
    }
    for (uintmax_t length = 0; length < size; length += 13) {
        fs::resize_file(entry, length);
        EXPECT_EQ(found(cache, "key"), "nothing") << length << " bytes";
    }
}

TEST_F(ProgramCacheTest, GoesOnWithoutAFolder) {
    ProgramCache nowhere("", kNoLimit);
    nowhere.store("key", simple_program());
    EXPECT_EQ(found(nowhere, "key"), "nothing");

    write(root_ / "file", "");
    ProgramCache impossible(root_ / "file/cache", kNoLimit);
    impossible.store("key", simple_program());
    EXPECT_EQ(found(impossible, "key"), "nothing");

    ProgramCache deleted(folder(), kNoLimit);
    deleted.store("key", simple_program());
    fs::remove_all(folder());
    EXPECT_EQ(found(deleted, "key"), "nothing");
    deleted.store("key", simple_program());
    EXPECT_EQ(found(deleted, "key"), "elf");
}

TEST_F(ProgramCacheTest, LeavesNothingBehindWhereAnEntryCannotBeWritten) {
    ProgramCache cache(folder(), kNoLimit);
    cache.store("key", simple_program());
    const fs::path entry = only_entry();
    fs::remove(entry);
    write(entry / "inside", "what somebody put there");

    cache.store("key", simple_program());

    EXPECT_EQ(only_entry(), entry);
    const fs::directory_iterator entries(folder());
    EXPECT_EQ(std::distance(begin(entries), end(entries)), 1);
}

TEST(DefaultCacheFolderTest, IgnoresRelativePathsOfCacheFolders) {
    unsetenv("TT_METAL_CACHE");
    setenv("HOME", "/somebody", 1);
    setenv("XDG_CACHE_HOME", "relative/folder", 1);
    EXPECT_EQ(default_cache_folder(), "/somebody/.cache/tt-nn/kernels");
    setenv("XDG_CACHE_HOME", "/caches", 1);
    EXPECT_EQ(default_cache_folder(), "/caches/tt-nn/kernels");
    unsetenv("XDG_CACHE_HOME");
    setenv("HOME", "somebody", 1);
    EXPECT_EQ(default_cache_folder(), "");
}

TEST_F(ProgramCacheTest, ForgetsWhatWasNotUsedForLongest) {
    constexpr uint64_t kLimit = 40'000;
    const auto long_ago = fs::file_time_type::clock::now() - std::chrono::hours(24);
    {
        ProgramCache cache(folder(), kNoLimit);
        cache.store("old", simple_program(std::string(9000, 'o')));
        fs::last_write_time(only_entry(), long_ago);
        cache.store("used", simple_program(std::string(9000, 'u')));
        for (const auto& entry : fs::directory_iterator(folder())) {
            fs::last_write_time(entry, long_ago);
        }
        EXPECT_NE(found(cache, "used"), "nothing");
    }
    ProgramCache cache(folder(), kLimit);
    for (int i = 0; i < 3; ++i) {
        cache.store("new " + std::to_string(i), simple_program(std::string(9000, 'n')));
    }

    EXPECT_EQ(found(cache, "old"), "nothing");
    EXPECT_NE(found(cache, "used"), "nothing");
    uintmax_t total = 0;
    for (const auto& entry : fs::directory_iterator(folder())) total += entry.file_size();
    EXPECT_LE(total, kLimit + kLimit / 16);
}

TEST_F(ProgramCacheTest, RemovesWhatADeadProcessLeft) {
    write(folder() / "1-0.writing", "half an entry");
    write(folder() / "2-0.writing", "another process is at it");
    fs::last_write_time(folder() / "1-0.writing",
                        fs::file_time_type::clock::now() - std::chrono::hours(2));

    ProgramCache(folder(), kNoLimit).store("key", simple_program());

    EXPECT_FALSE(fs::exists(folder() / "1-0.writing"));
    EXPECT_TRUE(fs::exists(folder() / "2-0.writing"));
}

TEST_F(ProgramCacheTest, ServesManyAtOnce) {
    const CompiledProgram program = simple_program(std::string(100'000, 'p'));
    std::atomic<int> wrong = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i) {
        threads.emplace_back([&] {
            ProgramCache cache(folder(), kNoLimit);
            for (int round = 0; round < 50; ++round) {
                cache.store("key", program);
                FileDigests digests;
                const auto got = cache.find("key", digests);
                if (!got || got->elf != program.elf) ++wrong;
            }
        });
    }
    for (std::thread& thread : threads) thread.join();
    EXPECT_EQ(wrong, 0);
}

}  // namespace
}  // namespace tt::tt_metal::jit
