#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// Loops over columns. What gains from wide vectors is built for each width a processor may have, and the widest is
// chosen when the program starts. Every width gives the same bits: comparing is exact, whole numbers are exact, and
// each number that is rounded comes from the same operations in the same order.

/// The widths: SSE2 on x86-64 and NEON on arm64, four numbers, eight numbers.
typedef enum { COLUMNS_BASELINE, COLUMNS_AVX2, COLUMNS_AVX512 } columns_width;

/// Whether this processor has it.
bool columns_has_width(columns_width width);

/// Makes every later call use a width that the processor has, instead of the widest; for tests and timing.
void columns_use_width(columns_width width);

/// The width in use.
columns_width columns_width_in_use(void);

// MARK: Comparing. Masks have (count + 63) / 64 words; bits beyond count are 0. NaN compares false.

/// Bit i is set where a[i] > b[i].
void columns_greater(const double *a, const double *b, size_t count, uint64_t *mask);

/// Bit i is set where a[i] >= b[i].
void columns_at_least(const double *a, const double *b, size_t count, uint64_t *mask);

/// Bit i is set where a[i] > level, and so on for the other three.
void columns_greater_than_level(const double *a, double level, size_t count, uint64_t *mask);
void columns_at_least_level(const double *a, double level, size_t count, uint64_t *mask);
void columns_less_than_level(const double *a, double level, size_t count, uint64_t *mask);
void columns_at_most_level(const double *a, double level, size_t count, uint64_t *mask);

/// Bit i is set where a[i] > b[i] and a[i - 1] <= b[i - 1]; never bit 0. Both columns are read once.
void columns_crossover(const double *a, const double *b, size_t count, uint64_t *mask);

/// A checksum of `count` words, the same on every machine: finds any changed word at the speed of memory, and is no proof
/// against intent.
uint64_t columns_checksum(const uint64_t *words, size_t count);

// MARK: Arithmetic.

typedef enum {
    COLUMNS_ADD, COLUMNS_SUBTRACT, COLUMNS_MULTIPLY, COLUMNS_DIVIDE, COLUMNS_REMAINDER, COLUMNS_POWER, COLUMNS_NEGATE
} columns_operation;

/// results[i] = a[i] operation b[i], or b for all; `results` may be `a`. The negative of a[i], whatever b is.
void columns_arithmetic(columns_operation operation, const double *a, const double *b, size_t count, double *results);
void columns_arithmetic_number(columns_operation operation, const double *a, double b, size_t count, double *results);

// MARK: Windows. Each writes count - period + 1 results: of x[0 ..< period], x[1 ..< period + 1] and so on.

/// Means of numbers that are whole when multiplied by per_unit: summed as whole numbers, divided once. No sum of a
/// window may pass 2^51.
void columns_whole_means(const double *x, size_t count, size_t period, double per_unit, double *means);

/// sums[i + 1] is the sum of the first i + 1 numbers as whole ones, sums[0] is 0, wrapping around: the difference of
/// two is exact as long as it does not pass 2^51 itself, whatever came before.
void columns_whole_sums(const double *x, size_t count, double per_unit, int64_t *sums);

/// The same means from those sums, of which there are count + 1.
void columns_means_of_sums(const int64_t *sums, size_t count, size_t period, double per_unit, double *means);

/// Means of any finite numbers, each as if summed exactly and rounded once: sums of two doubles.
void columns_exact_means(const double *x, size_t count, size_t period, double *means);

/// Standard deviations of numbers that are whole when multiplied by per_unit, 0 where nothing moves. The largest of
/// them as a whole number, times period, may not pass 3e9.
void columns_whole_deviations(const double *x, size_t count, size_t period, double per_unit, double *deviations);

/// The largest and the smallest of each window. `tails` has room for period numbers.
void columns_largest(const double *x, size_t count, size_t period, double *tails, double *results);
void columns_smallest(const double *x, size_t count, size_t period, double *tails, double *results);

// MARK: Moves from one candle to the next: result i is of candle i + 1, and count + 1 candles are read.

/// The larger of high and the close before, less the smaller of low and the close before.
void columns_true_ranges(const double *high, const double *low, const double *close, size_t count, double *ranges);

/// By how much x rose, or 0; by how much it fell, or 0.
void columns_gains_and_losses(const double *x, size_t count, double *gains, double *losses);

/// Wilder's directional movement: by how much high rose or low fell, whichever is more; the other is 0.
void columns_outward_moves(const double *high, const double *low, size_t count, double *plus, double *minus);

// MARK: Finding.

/// How many leading numbers are finite, and the largest of these without their signs, or `largest` as it was.
void columns_scan_finite(const double *x, size_t count, size_t *leading, double *largest);

// MARK: Smoothing.

/// Exponential means behind one of `mean`: mean + weight * (x - mean) from each to the next; returns the last of them.
/// `means` may be `x`. A column cut in pieces gives the same bits when all pieces but the last have a multiple of 4.
double columns_smooth(const double *x, size_t count, double weight, double mean, double *means);

// MARK: Text.

/// What a field of a line is read as.
enum { COLUMNS_TIME = 0, COLUMNS_OPEN, COLUMNS_HIGH, COLUMNS_LOW, COLUMNS_CLOSE, COLUMNS_VOLUME, COLUMNS_IGNORED };

/// How a line is laid out: the kind of each field, what stands between them, which numbers are times, and what makes them
/// milliseconds.
struct columns_layout {
    const uint8_t *kinds;
    size_t count;
    uint8_t separator;
    int64_t least;
    int64_t most;
    int64_t time_factor;
    int64_t time_divisor;
};

/// Where rows go, `capacity` of them.
struct columns_rows {
    int64_t *time;
    double *open;
    double *high;
    double *low;
    double *close;
    double *volume;
    size_t capacity;
};

/// Reads lines of `text` from `position` on while they are plain, moves behind them, and says how many they were.
///
/// Plain is a line of digits with at most one point a number, at most 2^53 without it, that is a possible candle. Any other
/// is left where it stands, and so are the last ones before `end`. A number becomes the double nearest to it.
size_t columns_read_plain_rows(
    const uint8_t *text, size_t *position, size_t end, struct columns_layout layout, struct columns_rows rows);

/// One of two columns that are smoothed at once, each as columns_smooth does; `mean` is the last of the means.
typedef struct {
    const double *x;
    double *means;
    double weight, mean;
} columns_smoothing;

/// Smooths both: while one mean waits for the one before it, the other is reckoned.
void columns_smooth_both(columns_smoothing *one, columns_smoothing *other, size_t count);
