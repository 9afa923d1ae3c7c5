// Standard deviations of whole numbers, whose sums and squares are exact.

static void whole_deviations(const double *x, size_t count, size_t period, double per_unit, double *deviations) {
    if (count < period) return;
    const int64_t divisor = (int64_t)period;
    const double inverse = 1 / ((double)period * per_unit);
    int64_t sum = 0, squares = 0;
    for (size_t i = 0; i + 1 < period; i++) {
        const int64_t whole = shifted_bits(x[i] * per_unit + SHIFT) - SHIFT_BITS;
        sum += whole;
        squares += whole * whole;
    }
    const size_t results = count - period + 1;
    int64_t added[PIECE], removed[PIECE];
    double spreads[PIECE] = {0};
    for (size_t start = 0; start < results; start += PIECE) {
        const size_t length = results - start < PIECE ? results - start : PIECE;
        for (size_t i = 0; i < length; i++) {
            added[i] = shifted_bits(x[start + i + period - 1] * per_unit + SHIFT) - SHIFT_BITS;
            removed[i] = shifted_bits(x[start + i] * per_unit + SHIFT) - SHIFT_BITS;
        }
        for (size_t i = 0; i < length; i++) {
            sum += added[i];
            squares += added[i] * added[i];
            spreads[i] = (double)(divisor * squares - sum * sum);
            sum -= removed[i];
            squares -= removed[i] * removed[i];
        }
        for (size_t i = 0; i < length; i += 4)
            *(four *)(spreads + i) = __builtin_elementwise_sqrt(*(const four *)(spreads + i)) * inverse;
        memcpy(deviations + start, spreads, length * sizeof *spreads);
    }
}
