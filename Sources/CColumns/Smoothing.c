#include "CColumns.h"
#include <string.h>

// Each of four means is told from the one before all four, so a candle waits for a quarter of the steps that one after
// the other would take. Differences are taken from the first of the four values, and what that counts for is taken away
// from what the mean counts for before either is added, so that what stands still is kept exactly. That chain is what takes the time: wider vectors were measured and are no faster.

typedef double two __attribute__((ext_vector_type(2), aligned(8)));

typedef struct {
    two other, newest, newer, old;  // what one value counts for in the mean of itself or a later one of the four
    two low, high;                  // what all values up to one of the four count for together
} weights;

static weights weights_of(double weight) {
    const double rest = 1 - weight;
    const double w1 = weight * rest, w2 = w1 * rest, w3 = w2 * rest;
    return (weights){
        {0, weight}, {weight, weight}, {w1, w1}, {w2, w2}, {weight, weight + w1},
        {(weight + w1) + w2, ((weight + w1) + w2) + w3},
    };
}

static inline __attribute__((always_inline)) two smooth(const double *x, double *means, two mean, weights w) {
    const two values = *(const two *)x, base = values.xx;
    const two low = values - base, high = *(const two *)(x + 2) - base;
    const two within = w.newest * high + (w.newer * __builtin_shufflevector(low, high, 1, 2) + w.old * low);
    const two last = mean + ((w.high * base + within) - w.high * mean);
    *(two *)means = mean + ((w.low * base + w.other * low) - w.low * mean);
    *(two *)(means + 2) = last;
    return last.yy;
}

double columns_smooth(const double *x, size_t count, double weight, double mean, double *means) {
    if (weight == 1) {
        memmove(means, x, count * sizeof *x);
        return count > 0 ? x[count - 1] : mean;
    }
    const weights w = weights_of(weight);
    two both = {mean, mean};
    size_t i = 0;
    for (; i + 4 <= count; i += 4) both = smooth(x + i, means + i, both, w);
    if (i == count) return both.x;
    double rest[4] = {0};
    memcpy(rest, x + i, (count - i) * sizeof *x);
    smooth(rest, rest, both, w);
    memcpy(means + i, rest, (count - i) * sizeof *x);
    return rest[count - i - 1];
}

void columns_smooth_both(columns_smoothing *one, columns_smoothing *other, size_t count) {
    size_t i = 0;
    if (one->weight != 1 && other->weight != 1) {
        const weights w = weights_of(one->weight), v = weights_of(other->weight);
        two both = {one->mean, one->mean}, others = {other->mean, other->mean};
        for (; i + 4 <= count; i += 4) {
            both = smooth(one->x + i, one->means + i, both, w);
            others = smooth(other->x + i, other->means + i, others, v);
        }
        one->mean = both.x;
        other->mean = others.x;
    }
    one->mean = columns_smooth(one->x + i, count - i, one->weight, one->mean, one->means + i);
    other->mean = columns_smooth(other->x + i, count - i, other->weight, other->mean, other->means + i);
}
