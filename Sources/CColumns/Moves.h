// Loops that a compiler makes vectors of by itself, as nothing in them is written where it is read.

static void true_ranges(
    const double *high, const double *low, const double *close, size_t count, double *restrict ranges) {
    for (size_t i = 0; i < count; i++) {
        const double before = close[i];
        const double top = high[i + 1] > before ? high[i + 1] : before;
        const double bottom = low[i + 1] < before ? low[i + 1] : before;
        ranges[i] = top - bottom;
    }
}

static void gains_and_losses(const double *x, size_t count, double *restrict gains, double *restrict losses) {
    for (size_t i = 0; i < count; i++) {
        const double change = x[i + 1] - x[i];
        gains[i] = change > 0 ? change : 0;
        losses[i] = -change > 0 ? -change : 0;
    }
}

static void outward_moves(
    const double *high, const double *low, size_t count, double *restrict plus, double *restrict minus) {
    for (size_t i = 0; i < count; i++) {
        const double rise = high[i + 1] - high[i], fall = low[i] - low[i + 1];
        const double up = rise > fall ? rise : 0, down = fall > rise ? fall : 0;
        plus[i] = up > 0 ? up : 0;
        minus[i] = down > 0 ? down : 0;
    }
}
