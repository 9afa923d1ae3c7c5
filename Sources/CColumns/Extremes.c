#include "CColumns.h"

// Three comparisons a candle, whatever the period (van Herk, Pattern Recognition Letters 13, 1992): each window is the
// end of one block of `period` numbers and the beginning of the next.
#define EXTREMES(name, better) \
    void name(const double *x, size_t count, size_t period, double *tails, double *results) { \
        if (count < period) return; \
        const size_t length = count - period + 1; \
        for (size_t start = 0; start < length; start += period) { \
            const double *const block = x + start; \
            double best = block[period - 1]; \
            tails[period - 1] = best; \
            for (size_t i = period - 1; i-- > 0;) { \
                best = block[i] better best ? block[i] : best; \
                tails[i] = best; \
            } \
            results[start] = best; \
            const size_t rest = length - start < period ? length - start : period; \
            if (rest == 1) continue; \
            best = block[period]; \
            for (size_t i = 1; i < rest; i++) { \
                best = block[period + i - 1] better best ? block[period + i - 1] : best; \
                results[start + i] = tails[i] better best ? tails[i] : best; \
            } \
        } \
    }

EXTREMES(columns_largest, >)
EXTREMES(columns_smallest, <)
