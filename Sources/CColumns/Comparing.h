// Columns compared, sixteen candles at a time, whose answers become sixteen bits.

#define LANES 16
typedef double numbers __attribute__((ext_vector_type(LANES), aligned(8)));
typedef bool answers __attribute__((ext_vector_type(LANES)));

static inline __attribute__((always_inline)) uint64_t bits(answers yes) {
    uint16_t bits;
    memcpy(&bits, &yes, sizeof bits);
    return bits;
}

// The bits of 64 candles from `first` on; `compare` sees `LANES` of them as `x`.
#define WORD(word, first, compare)                                          \
    uint64_t word = 0;                                                      \
    for (size_t lane = 0; lane < 64; lane += LANES) {                       \
        const numbers x = *(const numbers *)(a + (first) + lane);           \
        word |= bits(__builtin_convertvector(compare, answers)) << lane;    \
    }

// Whole words in vectors, the rest one by one with the same compare on numbers.
#define COMPARE(compare, single)                                            \
    size_t i = 0;                                                           \
    for (; i + 64 <= count; i += 64) {                                      \
        WORD(word, i, compare)                                              \
        mask[i / 64] = word;                                                \
    }                                                                       \
    if (i < count) mask[i / 64] = 0;                                        \
    for (; i < count; i++) {                                                \
        const double x = a[i];                                              \
        mask[i / 64] |= (uint64_t)(single) << (i & 63);                     \
    }

#define OTHER (*(const numbers *)(b + i + lane))

static void greater(const double *a, const double *b, size_t count, uint64_t *mask) {
    COMPARE(x > OTHER, x > b[i])
}

static void at_least(const double *a, const double *b, size_t count, uint64_t *mask) {
    COMPARE(x >= OTHER, x >= b[i])
}

static void greater_than_level(const double *a, double level, size_t count, uint64_t *mask) {
    COMPARE(x > level, x > level)
}

static void at_least_level(const double *a, double level, size_t count, uint64_t *mask) {
    COMPARE(x >= level, x >= level)
}

static void less_than_level(const double *a, double level, size_t count, uint64_t *mask) {
    COMPARE(x < level, x < level)
}

static void at_most_level(const double *a, double level, size_t count, uint64_t *mask) {
    COMPARE(x <= level, x <= level)
}

static void crossover(const double *a, const double *b, size_t count, uint64_t *mask) {
    uint64_t carry = 0;
    size_t i = 0;
    for (; i + 64 <= count; i += 64) {
        WORD(above, i, x > OTHER)
        WORD(below, i, x <= OTHER)
        mask[i / 64] = above & (below << 1 | carry);
        carry = below >> 63;
    }
    if (i < count) {
        uint64_t above = 0, below = 0;
        for (size_t rest = i; rest < count; rest++) {
            above |= (uint64_t)(a[rest] > b[rest]) << (rest & 63);
            below |= (uint64_t)(a[rest] <= b[rest]) << (rest & 63);
        }
        mask[i / 64] = above & (below << 1 | carry);
    }
}
