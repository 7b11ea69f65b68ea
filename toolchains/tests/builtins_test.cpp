// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0
// What the compiler calls for arithmetic that the processor lacks computes what the language says.

#include <cmath>
#include <complex>
#include <cstdint>
#include <cstdio>
#include <random>

namespace {

using Wide = unsigned __int128;
#ifdef __SIZEOF_FLOAT128__
using Quad = __float128;
#else
using Quad = long double;
#endif

int failures = 0;

void expect(bool holds, const char* rule) {
    if (!holds) {
        std::printf("broken: %s\n", rule);
        ++failures;
    }
}

std::mt19937_64 generator(1);

// Of any length up to 128 bits, never 0.
Wide random_wide() {
    const Wide bits = Wide{generator()} << 64 | generator();
    return bits >> generator() % 128 | 1;
}

void divides_128_bits() {
    const Wide dividend = random_wide();
    const Wide divisor = random_wide();
    const Wide remainder = dividend % divisor;
    expect(remainder < divisor, "a remainder is less than the divisor");
    expect(dividend / divisor * divisor + remainder == dividend,
           "quotient and remainder give the dividend");
    const auto negative = -static_cast<__int128>(dividend >> 1);
    const auto positive = static_cast<__int128>(divisor >> 1 | 1);
    expect(negative / positive * positive + negative % positive == negative,
           "signed division does so, too");
    expect(negative % positive <= 0, "a signed remainder has the dividend's sign");
}

// Sums and products of integers below 2^52 are exact in 113 bits.
void computes_with_113_bits() {
    const auto a = static_cast<std::int64_t>(generator() >> 12);
    const auto b = static_cast<std::int64_t>(generator() >> 12 | 1);
    const auto x = static_cast<Quad>(a);
    const auto y = static_cast<Quad>(b);
    expect(static_cast<__int128>(x * y) == static_cast<__int128>(a) * b, "a product is exact");
    expect(static_cast<std::int64_t>(x - y) == a - b, "a difference is exact");
    expect(x * y / y == x, "division undoes multiplication");
    expect((x < y) == (a < b) && (x == y) == (a == b), "order is that of the integers");
    expect(static_cast<double>(x) == static_cast<double>(a),
           "rounding to double is that of the processor");
}

// 128-bit integers to floating point and back, against the two halves.
void converts_128_bits() {
    const Wide number = random_wide() >> 1;
    const double halves =
        std::ldexp(static_cast<double>(static_cast<std::uint64_t>(number >> 64)), 64);
    const double low = static_cast<double>(static_cast<std::uint64_t>(number));
    const double converted = static_cast<double>(number);
    expect(std::abs(converted - (halves + low)) <= std::ldexp(converted, -52),
           "to double, within one rounding");
    const Wide back = static_cast<Wide>(converted);
    const Wide error = back > number ? back - number : number - back;
    expect(error <= number >> 52, "back from double, within one rounding");
}

// Products and quotients of whole numbers whose parts are exact.
template <typename Real>
void computes_with_complex_numbers() {
    const auto part = [] { return static_cast<Real>(static_cast<int>(generator() % 2000) - 1000); };
    const std::complex<Real> a(part(), part());
    const std::complex<Real> b(part(), part() + Real{2000});
    const std::complex<Real> product = a * b;
    expect(product.real() == a.real() * b.real() - a.imag() * b.imag(), "real part of a product");
    expect(product.imag() == a.real() * b.imag() + a.imag() * b.real(),
           "imaginary part of a product");
    expect(std::abs(product / b - a) <= Real{1e-3}, "complex division undoes multiplication");
}

}  // namespace

int main() {
    for (int round = 0; round < 10'000 && failures == 0; ++round) {
        divides_128_bits();
        computes_with_113_bits();
        converts_128_bits();
        computes_with_complex_numbers<float>();
        computes_with_complex_numbers<double>();
    }
    const Quad infinity = static_cast<Quad>(HUGE_VAL);
    expect(infinity - infinity != infinity - infinity, "not a number differs from itself");
    expect(std::isinf(static_cast<double>(infinity + 1)), "infinity stays infinity");
    return failures == 0 ? 0 : 1;
}
