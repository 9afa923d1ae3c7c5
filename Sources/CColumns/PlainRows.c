#include "CColumns.h"
#include <string.h>

// Two steps, so that no number waits for the one before it: first the places of all bytes that are no digit, 64 bytes
// at a time, then the numbers between them, eight digits at a time.

#if defined(__x86_64__) && defined(__linux__)
#define FOR_EACH_WIDTH __attribute__((target_clones("default", "avx2", "avx512bw")))
#else
#define FOR_EACH_WIDTH
#endif

#define BLOCK 64
// Places that are looked for at once, and how far they may reach: a little more is written than is found.
#define SCANNED 4096
typedef uint8_t bytes __attribute__((ext_vector_type(BLOCK), aligned(1)));
typedef bool answers __attribute__((ext_vector_type(BLOCK)));

static const double powers[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9, 1e10,
                                1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19};
static const uint64_t whole_powers[] = {1,       10,       100,       1000,      10000,
                                        100000,  1000000,  10000000,  100000000, 1000000000,
                                        10000000000, 100000000000, 1000000000000, 10000000000000, 100000000000000,
                                        1000000000000000, 10000000000000000};

static inline __attribute__((always_inline)) uint64_t others_than_digits(const uint8_t *text) {
    const bytes digits = *(const bytes *)text - '0';
    const answers others = __builtin_convertvector(digits > 9, answers);
    uint64_t bits;
    memcpy(&bits, &others, sizeof bits);
    return bits;
}

static inline __attribute__((always_inline)) size_t find_others(
    const uint8_t *text, size_t start, size_t end, uint32_t *places) {
    size_t found = 0;
    for (size_t block = start; block + BLOCK <= end && block < start + SCANNED; block += BLOCK) {
        uint64_t bits = others_than_digits(text + block);
        const size_t count = (size_t)__builtin_popcountll(bits);
        // By eights: how many there are differs from block to block, and a wrong guess costs more than a few places.
        for (size_t done = 0; done < count; done += 8)
            for (size_t k = 0; k < 8; k++) {
                places[found + done + k] = (uint32_t)(block - start) + (uint32_t)__builtin_ctzll(bits | 1ull << 63);
                bits &= bits - 1;
            }
        found += count;
    }
    return found;
}

// Up to eight digits; reads eight bytes.
static inline __attribute__((always_inline)) uint64_t eight_digits(const uint8_t *text, size_t count) {
    uint64_t word;
    memcpy(&word, text, sizeof word);
    word = count ? word << (64 - 8 * count) : 0;
    word = (word & 0x0F0F0F0F0F0F0F0F) * 2561 >> 8;
    word = (word & 0x00FF00FF00FF00FF) * 6553601 >> 16;
    return (word & 0x0000FFFF0000FFFF) * 42949672960001 >> 32;
}

// Up to sixteen digits.
static inline __attribute__((always_inline)) uint64_t read_digits(const uint8_t *text, size_t count) {
    if (count <= 8) return eight_digits(text, count);
    return eight_digits(text, 8) * whole_powers[count - 8] + eight_digits(text + 8, count - 8);
}

// A row is taken over only where it could be a candle: a comparison with NaN is false.
static inline __attribute__((always_inline)) bool is_possible(const double *row) {
    return row[2] > 0 && row[2] <= row[1] && row[0] > 0 && row[3] > 0;
}

FOR_EACH_WIDTH
size_t columns_read_plain_rows(
    const uint8_t *text, size_t *position, size_t end, struct columns_layout layout, struct columns_rows rows) {
    uint32_t places[SCANNED + 2 * BLOCK];
    size_t count = 0;
    // A number is read by eights, which may reach beyond it.
    if (end < 16) return 0;
    end -= 16;
    while (count < rows.capacity) {
        const uint8_t *const base = text + *position;
        const size_t found = find_others(text, *position, end, places);
        const size_t before = count;
        size_t next = 0, line = 0;
        bool is_plain = true;
        while (is_plain && count < rows.capacity) {
            size_t start = line;
            int64_t time = 0;
            double row[5] = {0, 0, 0, 0, 0};
            for (size_t field = 0; field < layout.count; field++) {
                if (next + 2 > found) goto scan;
                const uint8_t kind = layout.kinds[field];
                size_t place = places[next++];
                uint8_t mark = base[place];
                if (kind == COLUMNS_IGNORED) {
                    while (mark != layout.separator && mark != '\n' && mark != '\r') {
                        if (mark == '"') goto stop;
                        if (next + 2 > found) goto scan;
                        place = places[next++];
                        mark = base[place];
                    }
                } else {
                    const size_t whole = place - start;
                    size_t decimals = 0;
                    if (whole > 16) goto stop;
                    uint64_t number = read_digits(base + start, whole);
                    if (mark == '.' && kind != COLUMNS_TIME) {
                        const size_t point = place;
                        place = places[next++];
                        mark = base[place];
                        decimals = place - point - 1;
                        if (decimals > 16 || whole + decimals > 19) goto stop;
                        number = number * whole_powers[decimals] + read_digits(base + point + 1, decimals);
                    }
                    // Beyond 2^53 the number is not exact, and its quotient not the nearest double.
                    if (whole + decimals == 0 || number > 1ull << 53) goto stop;
                    if (kind == COLUMNS_TIME) {
                        time = (int64_t)number;
                        // A short one, and one at the end of a line, may be a date.
                        if (mark != layout.separator || whole < 9 || time < layout.least || time > layout.most) goto stop;
                    } else {
                        row[kind - 1] = (double)(int64_t)number / powers[decimals];
                    }
                }
                if (field + 1 < layout.count) {
                    if (mark != layout.separator) goto stop;
                } else {
                    if (mark == '\r') {
                        if (next == found) goto scan;
                        if (places[next++] != ++place) goto stop;
                        mark = base[place];
                    }
                    if (mark != '\n') goto stop;
                }
                start = place + 1;
            }
            if (!is_possible(row)) goto stop;
            rows.time[count] = time * layout.time_factor / layout.time_divisor;
            rows.open[count] = row[0];
            rows.high[count] = row[1];
            rows.low[count] = row[2];
            rows.close[count] = row[3];
            rows.volume[count] = row[4];
            count += 1;
            line = start;
            continue;
        stop:
            is_plain = false;
        }
    scan:
        *position += line;
        if (!is_plain || count == before) break;
    }
    return count;
}
