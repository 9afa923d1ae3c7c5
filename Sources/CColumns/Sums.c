#include "CColumns.h"
#include <string.h>

void columns_whole_sums(const double *x, size_t count, double per_unit, int64_t *sums) {
    uint64_t sum = 0;
    sums[0] = 0;
    for (size_t i = 0; i < count; i++) {
        // Above this a double has steps of 1: adding it rounds to a whole number, whose bits then count like one.
        const double shift = 0x1.8p52, shifted = x[i] * per_unit + shift;
        uint64_t bits, shift_bits;
        memcpy(&bits, &shifted, sizeof bits);
        memcpy(&shift_bits, &shift, sizeof shift_bits);
        sum += bits - shift_bits;
        sums[i + 1] = (int64_t)sum;
    }
}
