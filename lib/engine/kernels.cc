// SPDX-License-Identifier: Apache-2.0
// Each body is a plain loop that is inlined twice: into a function for every machine and into one
// that may use AVX2. (Not target_clones: sanitizers and static linking dislike its resolvers.)
#include "engine/kernels.h"

#include <type_traits>

#include "engine/engine.h"

namespace ruikei::engine {

namespace {

constexpr auto kNotMet = static_cast<std::uint8_t>(State::not_met);
constexpr auto kMet = static_cast<std::uint8_t>(State::met);
constexpr auto kOpen = static_cast<std::uint8_t>(State::unknown);
constexpr auto kNone = static_cast<std::uint8_t>(State::not_applicable);

constexpr auto kNo = static_cast<std::uint8_t>(cel::Truth::no);
constexpr auto kYes = static_cast<std::uint8_t>(cel::Truth::yes);

using i8 = std::int8_t;
using u8 = std::uint8_t;

[[gnu::always_inline]] inline i8 smaller(i8 a, i8 b) { return a < b ? a : b; }
[[gnu::always_inline]] inline i8 larger(i8 a, i8 b) { return a < b ? b : a; }

// Choices are made with masks (all bits or none): a branch would keep the loop from becoming
// vector code.
[[gnu::always_inline]] inline i8 mask(bool condition) {
  return static_cast<i8>(-static_cast<i8>(condition));
}
[[gnu::always_inline]] inline i8 pick(i8 where, i8 yes, i8 no) {
  return static_cast<i8>((where & yes) | (~where & no));
}
[[gnu::always_inline]] inline u8 pick(i8 where, u8 yes, u8 no) {
  return static_cast<u8>((where & yes) | (~where & no));
}

// An answer is the interval from itself to itself, no answer the one from 0 to the maximum.
// Evidence for cuts the interval off below `need`, evidence against from `need` on.
template <bool kPoints, bool kEvidence>
[[gnu::always_inline]] inline void control_loop(const ControlInput& in, std::size_t rows,
                                                const ControlOutput& out) {
  const i8* __restrict answers = in.answers;
  const i8* __restrict evidence = in.evidence;
  const i8* __restrict points_low = in.points_low;
  const i8* __restrict points_high = in.points_high;
  u8* __restrict states = out.state;
  i8* __restrict scores = out.score;
  i8* __restrict lows = out.low;
  i8* __restrict highs = out.high;
  i8* __restrict possibles = out.possible;
  const i8 need = in.need, maximum = in.maximum, below = static_cast<i8>(need - 1);
#pragma GCC ivdep
  for (std::size_t i = 0; i < rows; ++i) {
    const i8 answer = answers[i];
    const i8 capped = smaller(answer, maximum);
    i8 low = kPoints ? points_low[i] : larger(capped, 0);
    i8 high = kPoints ? points_high[i] : pick(mask(answer < 0), maximum, capped);
    i8 none = mask(answer == kNotApplicable);
    if constexpr (kEvidence) {
      const i8 speaks = evidence[i];
      const i8 floor = static_cast<i8>(mask(speaks > 0) & need);
      const i8 ceiling = pick(mask(speaks < 0), below, maximum);
      low = smaller(larger(low, floor), ceiling);
      high = smaller(larger(high, floor), ceiling);
      none = static_cast<i8>(none & ~mask(speaks < 0));
    }
    const i8 met = mask(low >= need), failed = mask(high < need);
    states[i] = pick(none, kNone, pick(met, kMet, pick(failed, kNotMet, kOpen)));
    const i8 exact = static_cast<i8>(mask(low == high) | met);
    scores[i] = pick(none, i8{kNotApplicable}, pick(exact, low, i8{kUnknown}));
    lows[i] = static_cast<i8>(low & ~none);
    highs[i] = static_cast<i8>(high & ~none);
    possibles[i] = static_cast<i8>(maximum & ~none);
  }
}

[[gnu::always_inline]] inline void control_body(const ControlInput& in, std::size_t rows,
                                                const ControlOutput& out) {
  if (in.points_low) {
    if (in.evidence) control_loop<true, true>(in, rows, out);
    else control_loop<true, false>(in, rows, out);
  } else {
    if (in.evidence) control_loop<false, true>(in, rows, out);
    else control_loop<false, false>(in, rows, out);
  }
}

[[gnu::always_inline]] inline void points_body(const cel::Truth* __restrict truth, i8 points,
                                               std::size_t rows, i8* __restrict low,
                                               i8* __restrict high) {
#pragma GCC ivdep
  for (std::size_t i = 0; i < rows; ++i) {
    const u8 is = static_cast<u8>(truth[i]);
    low[i] = static_cast<i8>(low[i] + (mask(is == kYes) & points));
    high[i] = static_cast<i8>(high[i] + (mask(is != kNo) & points));
  }
}

[[gnu::always_inline]] inline void widen_body(const i8* __restrict from, std::size_t rows,
                                              std::int16_t* __restrict to) {
#pragma GCC ivdep
  for (std::size_t i = 0; i < rows; ++i) to[i] = from[i];
}

template <class Sum>
[[gnu::always_inline]] inline void add_body(const ControlOutput& control, int weight,
                                            std::size_t rows, const DomainSums<Sum>& sums) {
  const i8* __restrict low = control.low;
  const i8* __restrict high = control.high;
  const i8* __restrict possible = control.possible;
  Sum* __restrict sum_low = sums.low;
  Sum* __restrict sum_high = sums.high;
  Sum* __restrict sum_possible = sums.possible;
  const Sum by = static_cast<Sum>(weight);
#pragma GCC ivdep
  for (std::size_t i = 0; i < rows; ++i) {
    sum_low[i] = static_cast<Sum>(sum_low[i] + by * low[i]);
    sum_high[i] = static_cast<Sum>(sum_high[i] + by * high[i]);
    sum_possible[i] = static_cast<Sum>(sum_possible[i] + by * possible[i]);
  }
}

// floor(scale * part / whole), or -1 without a whole. Exact: for integers below 2^24 (float) or
// 2^53 (double) the rounded quotient never reaches an integer that the true one is below.
template <class Real>
[[gnu::always_inline]] inline std::int16_t portion(int part, int whole, Real scale) {
  const int nothing = whole == 0;
  const Real quotient = scale * static_cast<Real>(part) / static_cast<Real>(whole + nothing);
  return static_cast<std::int16_t>(static_cast<int>(quotient) | -nothing);
}

template <class Sum>
[[gnu::always_inline]] inline void score_body(const DomainSums<Sum>& sums, int scale,
                                              std::size_t rows, const DomainOutput& out) {
  using Real = std::conditional_t<sizeof(Sum) == 2, float, double>;
  const Sum* __restrict low = sums.low;
  const Sum* __restrict high = sums.high;
  const Sum* __restrict possible = sums.possible;
  std::int16_t* __restrict out_score = out.score;
  std::int16_t* __restrict out_low = out.low;
  std::int16_t* __restrict out_high = out.high;
  const Real by = static_cast<Real>(scale);
#pragma GCC ivdep
  for (std::size_t i = 0; i < rows; ++i) {
    const int earned = low[i], most = high[i], whole = possible[i];
    out_score[i] = portion(earned, whole - (most - earned), by);
    out_low[i] = portion(earned, whole, by);
    out_high[i] = portion(most, whole, by);
  }
}

[[gnu::always_inline]] inline void must_body(const u8* __restrict state, std::size_t rows,
                                             u8* __restrict gate) {
#pragma GCC ivdep
  for (std::size_t i = 0; i < rows; ++i) {
    const u8 before = gate[i], now = state[i];
    const i8 failed = static_cast<i8>(mask(now == kNotMet) | mask(before == kNotMet));
    gate[i] = pick(failed, kNotMet, pick(mask(now == kOpen), kOpen, before));
  }
}

[[gnu::always_inline]] inline void pass_body(const u8* __restrict gate, std::size_t rows,
                                             u8* __restrict sure, u8* __restrict open) {
#pragma GCC ivdep
  for (std::size_t i = 0; i < rows; ++i) {
    const u8 state = gate[i];
    sure[i] = static_cast<u8>(sure[i] & mask(state == kMet));
    open[i] = static_cast<u8>(open[i] & mask(state != kNotMet));
  }
}

[[gnu::always_inline]] inline void raise_body(const u8* __restrict reached, u8 number,
                                              std::size_t rows, u8* __restrict level) {
#pragma GCC ivdep
  for (std::size_t i = 0; i < rows; ++i) level[i] = reached[i] ? number : level[i];
}

using Sums16 = DomainSums<std::int16_t>;
using Sums32 = DomainSums<std::int32_t>;
using Size = std::size_t;

constexpr Kernels kPortable = {
    [](const ControlInput& in, Size n, const ControlOutput& out) { control_body(in, n, out); },
    [](const cel::Truth* truth, i8 points, Size n, i8* low, i8* high) {
      points_body(truth, points, n, low, high);
    },
    [](const i8* from, Size n, std::int16_t* to) { widen_body(from, n, to); },
    [](const ControlOutput& c, int w, Size n, const Sums16& s) { add_body(c, w, n, s); },
    [](const ControlOutput& c, int w, Size n, const Sums32& s) { add_body(c, w, n, s); },
    [](const Sums16& s, int scale, Size n, const DomainOutput& o) { score_body(s, scale, n, o); },
    [](const Sums32& s, int scale, Size n, const DomainOutput& o) { score_body(s, scale, n, o); },
    [](const u8* state, Size n, u8* gate) { must_body(state, n, gate); },
    [](const u8* gate, Size n, u8* sure, u8* open) { pass_body(gate, n, sure, open); },
    [](const u8* reached, u8 number, Size n, u8* level) { raise_body(reached, number, n, level); },
};

#if defined(__x86_64__)
[[gnu::target("avx2")]] void control_avx2(const ControlInput& in, Size n,
                                          const ControlOutput& out) {
  control_body(in, n, out);
}
[[gnu::target("avx2")]] void points_avx2(const cel::Truth* truth, i8 points, Size n, i8* low,
                                         i8* high) {
  points_body(truth, points, n, low, high);
}
[[gnu::target("avx2")]] void widen_avx2(const i8* from, Size n, std::int16_t* to) {
  widen_body(from, n, to);
}
[[gnu::target("avx2")]] void add16_avx2(const ControlOutput& c, int w, Size n, const Sums16& s) {
  add_body(c, w, n, s);
}
[[gnu::target("avx2")]] void add32_avx2(const ControlOutput& c, int w, Size n, const Sums32& s) {
  add_body(c, w, n, s);
}
[[gnu::target("avx2")]] void score16_avx2(const Sums16& s, int scale, Size n,
                                          const DomainOutput& out) {
  score_body(s, scale, n, out);
}
[[gnu::target("avx2")]] void score32_avx2(const Sums32& s, int scale, Size n,
                                          const DomainOutput& out) {
  score_body(s, scale, n, out);
}
[[gnu::target("avx2")]] void must_avx2(const u8* state, Size n, u8* gate) {
  must_body(state, n, gate);
}
[[gnu::target("avx2")]] void pass_avx2(const u8* gate, Size n, u8* sure, u8* open) {
  pass_body(gate, n, sure, open);
}
[[gnu::target("avx2")]] void raise_avx2(const u8* reached, u8 number, Size n, u8* level) {
  raise_body(reached, number, n, level);
}

constexpr Kernels kAvx2 = {control_avx2, points_avx2,  widen_avx2, add16_avx2, add32_avx2,
                           score16_avx2, score32_avx2, must_avx2,  pass_avx2,  raise_avx2};
#endif

}  // namespace

const Kernels& portable_kernels() { return kPortable; }

const Kernels& best_kernels() {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2")) return kAvx2;
#endif
  return kPortable;
}

}  // namespace ruikei::engine
