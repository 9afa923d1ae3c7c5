// The loops that are built once for each width of vector. Each file of a width includes this, and below it their bodies.

#pragma once
#include "CColumns.h"
#include <string.h>

// Four numbers at any place of a column; where a width has room for two only, two at a time.
typedef double four __attribute__((ext_vector_type(4), aligned(8)));
typedef int64_t four_wholes __attribute__((ext_vector_type(4), aligned(8)));

// Name, parameters, and the same as arguments, of each.
#define EACH_LOOP(DO) \
    DO(greater, (const double *a, const double *b, size_t count, uint64_t *mask), (a, b, count, mask)) \
    DO(at_least, (const double *a, const double *b, size_t count, uint64_t *mask), (a, b, count, mask)) \
    DO(greater_than_level, (const double *a, double level, size_t count, uint64_t *mask), (a, level, count, mask)) \
    DO(at_least_level, (const double *a, double level, size_t count, uint64_t *mask), (a, level, count, mask)) \
    DO(less_than_level, (const double *a, double level, size_t count, uint64_t *mask), (a, level, count, mask)) \
    DO(at_most_level, (const double *a, double level, size_t count, uint64_t *mask), (a, level, count, mask)) \
    DO(crossover, (const double *a, const double *b, size_t count, uint64_t *mask), (a, b, count, mask)) \
    DO(scan_finite, (const double *x, size_t count, size_t *leading, double *largest), (x, count, leading, largest)) \
    DO(arithmetic, (columns_operation operation, const double *a, const double *b, size_t count, double *results), \
       (operation, a, b, count, results)) \
    DO(arithmetic_number, (columns_operation operation, const double *a, double b, size_t count, double *results), \
       (operation, a, b, count, results)) \
    DO(whole_means, (const double *x, size_t count, size_t period, double per_unit, double *means), \
       (x, count, period, per_unit, means)) \
    DO(means_of_sums, (const int64_t *sums, size_t count, size_t period, double per_unit, double *means), \
       (sums, count, period, per_unit, means)) \
    DO(exact_means, (const double *x, size_t count, size_t period, double *means), (x, count, period, means)) \
    DO(whole_deviations, (const double *x, size_t count, size_t period, double per_unit, double *deviations), \
       (x, count, period, per_unit, deviations)) \
    DO(true_ranges, (const double *high, const double *low, const double *close, size_t count, double *ranges), \
       (high, low, close, count, ranges)) \
    DO(gains_and_losses, (const double *x, size_t count, double *gains, double *losses), (x, count, gains, losses)) \
    DO(outward_moves, (const double *high, const double *low, size_t count, double *plus, double *minus), \
       (high, low, count, plus, minus))

struct columns_loops {
#define MEMBER(name, parameters, arguments) void (*name) parameters;
    EACH_LOOP(MEMBER)
#undef MEMBER
};

#define MEMBER(name, parameters, arguments) .name = name,
#define ALL_LOOPS { EACH_LOOP(MEMBER) }

extern const struct columns_loops columns_baseline;
#if defined(__x86_64__)
extern const struct columns_loops columns_avx2, columns_avx512;
#endif
