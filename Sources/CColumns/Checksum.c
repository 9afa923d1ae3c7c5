#include "CColumns.h"

// Whole numbers modulo 2^64, so every width of vector gives the same sum.
#if defined(__x86_64__) && defined(__linux__)
#define FOR_EACH_WIDTH __attribute__((target_clones("default", "avx2", "avx512bw")))
#else
#define FOR_EACH_WIDTH
#endif

#define LANES 8
typedef uint64_t lanes __attribute__((ext_vector_type(LANES), aligned(8)));

// The first words of SHA-512, made odd (FIPS 180-4, 5.3.5): no lane is like another.
static const uint64_t steps[LANES] = {
    0x6A09E667F3BCC909, 0xBB67AE8584CAA73B, 0x3C6EF372FE94F82B, 0xA54FF53A5F1D36F1,
    0x510E527FADE682D1, 0x9B05688C2B3E6C1F, 0x1F83D9ABFB41BD6B, 0x5BE0CD19137E2179,
};
#define PRIME 0x9E3779B185EBCA87

// A word goes into its own lane as a product of its halves, mixed with a key that differs from place to place, and into
// its neighbor's as it is: no single changed word is ever lost. The mixing is that of XXH3 (Collet, xxHash).
#define ADD(words)                                                                                  \
    const lanes mixed = (words) ^ key;                                                              \
    sum += (mixed & 0xFFFFFFFF) * (mixed >> 32) + __builtin_shufflevector(words, words, 1, 0, 3, 2, 5, 4, 7, 6);

FOR_EACH_WIDTH
uint64_t columns_checksum(const uint64_t *words, size_t count) {
    const lanes step = *(const lanes *)steps;
    lanes key = step, sum = step;
    size_t i = 0;
    for (; i + LANES <= count; i += LANES, key += step) {
        const lanes stripe = *(const lanes *)(words + i);
        ADD(stripe)
    }
    if (i < count) {
        lanes rest = 0;
        for (size_t lane = 0; i + lane < count; lane++) rest[lane] = words[i + lane];
        ADD(rest)
    }
    uint64_t all = count;
    for (size_t lane = 0; lane < LANES; lane++) {
        all = (all ^ sum[lane]) * PRIME;
        all ^= all >> 32;
    }
    return all;
}
