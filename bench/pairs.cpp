// SPDX-License-Identifier: Apache-2.0
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <span>
#include <vector>

/// pairs RUNS COMMAND_A COMMAND_B: runs both commands of the shell in turn, A B A B …, after one of
/// each that does not count, and prints medians on one line: seconds of A, seconds of B, their
/// ratio (pair by pair), processor seconds of both and their ratio, peak memory of both in MB. What
/// the commands print is thrown away; one that fails with more than 2 (an audit's code) ends it.
namespace {

struct Cost {
  double wall = 0;
  double cpu = 0;
  double megabytes = 0;
};

double seconds(const timeval& time) {
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

Cost cost_of(const char* command) {
  const auto start = std::chrono::steady_clock::now();
  const pid_t child = fork();
  if (child == 0) {
    if (std::freopen("/dev/null", "w", stdout) != nullptr)
      execl("/bin/sh", "sh", "-c", command, nullptr);
    _exit(127);
  }
  int status = 0;
  rusage usage{};
  if (child < 0 || wait4(child, &status, 0, &usage) != child || !WIFEXITED(status) ||
      WEXITSTATUS(status) > 2) {
    std::fprintf(stderr, "pairs: this failed: %s\n", command);
    std::exit(1);
  }
  const std::chrono::duration<double> wall = std::chrono::steady_clock::now() - start;
  return {wall.count(), seconds(usage.ru_utime) + seconds(usage.ru_stime),
          static_cast<double>(usage.ru_maxrss) / 1024};
}

template <class Value>
double median(std::size_t count, Value value) {
  std::vector<double> values;
  for (std::size_t i = 0; i < count; ++i) values.push_back(value(i));
  std::sort(values.begin(), values.end());
  return count % 2 == 1 ? values[count / 2] : (values[count / 2 - 1] + values[count / 2]) / 2;
}

}  // namespace

int main(int argc, char** argv) {
  const std::size_t runs = argc == 4 ? std::strtoul(argv[1], nullptr, 10) : 0;
  if (runs == 0) {
    std::fputs("usage: pairs RUNS COMMAND_A COMMAND_B\n", stderr);
    return 64;
  }
  std::vector<Cost> a;
  std::vector<Cost> b;
  cost_of(argv[2]);
  cost_of(argv[3]);
  for (std::size_t i = 0; i < runs; ++i) {
    a.push_back(cost_of(argv[2]));
    b.push_back(cost_of(argv[3]));
  }
  const auto of = [&](const std::vector<Cost>& costs, double Cost::* part) {
    return median(runs, [&](std::size_t i) { return costs[i].*part; });
  };
  const auto ratio = [&](double Cost::* part) {
    return median(runs, [&](std::size_t i) { return a[i].*part / b[i].*part; });
  };
  std::printf("%8.3f %8.3f %6.2f  %8.3f %8.3f %6.2f  %7.0f %7.0f\n", of(a, &Cost::wall),
              of(b, &Cost::wall), ratio(&Cost::wall), of(a, &Cost::cpu), of(b, &Cost::cpu),
              ratio(&Cost::cpu), of(a, &Cost::megabytes), of(b, &Cost::megabytes));
  return 0;
}
