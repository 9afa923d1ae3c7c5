// Extremes of windows, by doubling: of two candles, four, eight and so on, of which the last two make up a window.

#define EXTREMES_IN_FOURS(name, better) \
    static void name##_of_pairs(const double *x, const double *y, size_t count, double *results) { \
        size_t i = 0; \
        for (; i + 4 <= count; i += 4) { \
            const four a = *(const four *)(x + i), b = *(const four *)(y + i); \
            *(four *)(results + i) = a better b ? a : b; \
        } \
        for (; i < count; i++) results[i] = x[i] better y[i] ? x[i] : y[i]; \
    } \
    static void name##_of_few(const double *x, size_t count, size_t period, double *results) { \
        if (count < period) return; \
        double room[COLUMNS_FEW * 2]; \
        const size_t length = count - period + 1; \
        for (size_t start = 0; start < length; start += COLUMNS_FEW) { \
            const size_t wanted = length - start < COLUMNS_FEW ? length - start : COLUMNS_FEW; \
            const double *from = x + start; \
            size_t rest = wanted + period - 1, width = 1; \
            for (; 2 * width <= period; width *= 2) { \
                rest -= width; \
                name##_of_pairs(from, from + width, rest, room); \
                from = room; \
            } \
            name##_of_pairs(from, from + (period - width), wanted, results + start); \
        } \
    }

EXTREMES_IN_FOURS(largest, >)
EXTREMES_IN_FOURS(smallest, <)
