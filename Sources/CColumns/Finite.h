// What is finite in a column, sixteen at a time.

static void scan_finite(const double *x, size_t count, size_t *leading, double *largest) {
    four most = *largest;
    size_t i = 0;
    for (; i + 16 <= count; i += 16) {
        four each = 0, missing = 0;
        for (size_t lane = 0; lane < 16; lane += 4) {
            const four value = *(const four *)(x + i + lane);
            const four size = (four)((four_wholes)value & INT64_MAX);
            each = size > each ? size : each;
            // 0 of what is finite, NaN of all else.
            missing += value - value;
        }
        const double sum = (missing.x + missing.y) + (missing.z + missing.w);
        if (sum != 0) break;
        most = each > most ? each : most;
    }
    double top = most.x;
    top = most.y > top ? most.y : top;
    top = most.z > top ? most.z : top;
    top = most.w > top ? most.w : top;
    for (; i < count && x[i] - x[i] == 0; i++) {
        const double size = x[i] < 0 ? -x[i] : x[i];
        top = size > top ? size : top;
    }
    *leading = i;
    *largest = top;
}
