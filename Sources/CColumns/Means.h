// Means over windows, four at a time.

typedef int64_t two_wholes __attribute__((ext_vector_type(2)));

// Above this a double has steps of 1: adding it rounds to a whole number, whose bits then count like one.
#define SHIFT 0x1.8p52
#define SHIFT_BITS 0x4338000000000000

static int64_t shifted_bits(double shifted) {
    int64_t bits;
    memcpy(&bits, &shifted, sizeof bits);
    return bits;
}

static double shifted_value(int64_t bits) {
    double shifted;
    memcpy(&shifted, &bits, sizeof shifted);
    return shifted - SHIFT;
}

static void whole_means(const double *x, size_t count, size_t period, double per_unit, double *means) {
    if (count < period) return;
    const double divisor = (double)period * per_unit;
    int64_t sum = SHIFT_BITS;
    for (size_t i = 0; i < period; i++) sum += shifted_bits(x[i] * per_unit + SHIFT) - SHIFT_BITS;
    means[0] = shifted_value(sum) / divisor;
    const double *added = x + period;
    const size_t last = count - period;
    size_t i = 0;
    two_wholes sums = {sum, sum};
    for (; i + 4 <= last; i += 4) {
        const four_wholes more = (four_wholes)(*(const four *)(added + i) * per_unit + SHIFT)
            - (four_wholes)(*(const four *)(x + i) * per_unit + SHIFT);
        const two_wholes none = {0, 0};
        two_wholes low = more.lo, high = more.hi;
        low += __builtin_shufflevector(none, low, 0, 2) + sums;
        high += __builtin_shufflevector(none, high, 0, 2) + low.yy;
        sums = high.yy;
        const four_wholes all = __builtin_shufflevector(low, high, 0, 1, 2, 3);
        *(four *)(means + i + 1) = ((four)all - SHIFT) / divisor;
    }
    for (sum = sums.x; i < last; i++) {
        sum += shifted_bits(added[i] * per_unit + SHIFT) - shifted_bits(x[i] * per_unit + SHIFT);
        means[i + 1] = shifted_value(sum) / divisor;
    }
}

static void means_of_sums(const int64_t *sums, size_t count, size_t period, double per_unit, double *means) {
    if (count < period) return;
    const double divisor = (double)period * per_unit;
    const size_t results = count - period + 1;
    size_t i = 0;
    for (; i + 4 <= results; i += 4) {
        const four_wholes window = *(const four_wholes *)(sums + i + period) - *(const four_wholes *)(sums + i);
        *(four *)(means + i) = ((four)(window + SHIFT_BITS) - SHIFT) / divisor;
    }
    for (; i < results; i++) means[i] = shifted_value(sums[i + period] - sums[i] + SHIFT_BITS) / divisor;
}

// A sum in two doubles: the second collects what rounding takes from the first (Knuth's two-sum).
typedef struct {
    double high, low;
} exact_sum;

static inline __attribute__((always_inline)) void add(exact_sum *sum, double value) {
    const double high = sum->high + value;
    const double added = high - sum->high;
    sum->low += (sum->high - (high - added)) + (value - added);
    sum->high = high;
}

// Differences of two sums from the first number on, divided and rounded once. What is left of the sum beside
// quotient * period is exact in parts, as the upper half of the quotient has 26 bits and the period fewer.
#define PIECE 256
static void exact_means(const double *x, size_t count, size_t period, double *means) {
    if (count < period) return;
    exact_sum newest = {0, 0}, oldest = {0, 0};
    for (size_t i = 0; i + 1 < period; i++) add(&newest, x[i]);
    const size_t results = count - period + 1;
    const double divisor = (double)period;
    double high[PIECE], low[PIECE], before_high[PIECE], before_low[PIECE];
    for (size_t start = 0; start < results; start += PIECE) {
        const size_t length = results - start < PIECE ? results - start : PIECE;
        for (size_t i = 0; i < length; i++) {
            add(&newest, x[start + i + period - 1]);
            high[i] = newest.high;
            low[i] = newest.low;
        }
        for (size_t i = 0; i < length; i++) {
            before_high[i] = oldest.high;
            before_low[i] = oldest.low;
            add(&oldest, x[start + i]);
        }
        for (size_t i = 0; i < length; i++) {
            const double a = high[i], b = -before_high[i];
            const double difference = a + b, other = difference - a;
            const double rest = (a - (difference - other)) + (b - other) + (low[i] - before_low[i]);
            const double sum = difference + rest;
            const double left = (difference - sum) + rest;
            const double quotient = sum / divisor;
            int64_t bits;
            memcpy(&bits, &quotient, sizeof bits);
            bits &= ~(int64_t)0x7ffffff;
            double upper;
            memcpy(&upper, &bits, sizeof upper);
            const double missing = ((sum - upper * divisor) - (quotient - upper) * divisor) + left;
            means[start + i] = quotient + missing / divisor;
        }
    }
}
