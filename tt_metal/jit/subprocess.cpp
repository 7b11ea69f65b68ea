// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "tt_metal/jit/subprocess.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <system_error>
#include <utility>

namespace tt::tt_metal::jit {
namespace {

void check(int error, const std::string& what) {
    if (error != 0) throw std::system_error(error, std::generic_category(), what);
}

class Descriptor {
 public:
    explicit Descriptor(int number) : number_(number) {}
    Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
    ~Descriptor() { close(); }

    int number() const { return number_; }
    void close() {
        if (number_ >= 0) ::close(std::exchange(number_, -1));
    }

 private:
    int number_;
};

std::pair<Descriptor, Descriptor> make_pipe() {
    std::array<int, 2> ends;
    check(pipe2(ends.data(), O_CLOEXEC) == 0 ? 0 : errno, "pipe");
    return {Descriptor(ends[0]), Descriptor(ends[1])};
}

class SpawnActions {
 public:
    SpawnActions() { check(posix_spawn_file_actions_init(&actions_), "posix_spawn"); }
    SpawnActions(const SpawnActions&) = delete;
    SpawnActions& operator=(const SpawnActions&) = delete;
    ~SpawnActions() { posix_spawn_file_actions_destroy(&actions_); }

    void open_null(int target) {
        check(posix_spawn_file_actions_addopen(&actions_, target, "/dev/null", O_RDONLY, 0),
              "posix_spawn");
    }
    void duplicate(const Descriptor& source, int target) {
        check(posix_spawn_file_actions_adddup2(&actions_, source.number(), target), "posix_spawn");
    }
    const posix_spawn_file_actions_t* get() const { return &actions_; }

 private:
    posix_spawn_file_actions_t actions_;
};

std::vector<char*> pointers_to(std::vector<std::string>& words) {
    std::vector<char*> pointers;
    for (std::string& word : words) pointers.push_back(word.data());
    pointers.push_back(nullptr);
    return pointers;
}

std::string read_to_end(const Descriptor& source) {
    std::string text;
    std::array<char, 4096> buffer;
    while (true) {
        const ssize_t count = read(source.number(), buffer.data(), buffer.size());
        if (count > 0) text.append(buffer.data(), static_cast<size_t>(count));
        if (count == 0) return text;
        if (count < 0 && errno != EINTR) check(errno, "read");
    }
}

int wait_for(pid_t process) {
    int status = 0;
    while (waitpid(process, &status, 0) < 0) {
        if (errno != EINTR) check(errno, "waitpid");
    }
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

}  // namespace

ProcessResult run_process(const std::filesystem::path& program,
                          const std::vector<std::string>& arguments) {
    std::vector<std::string> words{program.string()};
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::vector<std::string> variables;
    if (const char* folder = std::getenv("TMPDIR")) {
        variables.push_back(std::string("TMPDIR=") + folder);
    }

    auto [output, input] = make_pipe();
    SpawnActions actions;
    actions.open_null(STDIN_FILENO);
    actions.duplicate(input, STDOUT_FILENO);
    actions.duplicate(input, STDERR_FILENO);
    pid_t process = 0;
    check(posix_spawn(&process, program.c_str(), actions.get(), nullptr, pointers_to(words).data(),
                      pointers_to(variables).data()),
          program.string());
    input.close();
    std::string text = read_to_end(output);
    return {wait_for(process), std::move(text)};
}

}  // namespace tt::tt_metal::jit
