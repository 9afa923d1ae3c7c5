// Arithmetic candle by candle, as Lua reckons with numbers.

// The rest of a division rounded down: it has the sign of the divisor (luai_nummod of Lua 5.4).
static double remainder_of(double x, double y) {
    const double rest = fmod(x, y);
    const bool is_opposite = rest > 0 ? y < 0 : rest < 0 && y != rest && y > 0;
    return is_opposite ? rest + y : rest;
}

// Squares are products (luai_numpow of Lua 5.4).
static double power_of(double x, double y) { return y == 2 ? x * x : pow(x, y); }

#define ALONE(result, other) \
    for (; i < count; i++) { \
        const double x = a[i], y = other; \
        (void)y; \
        results[i] = result; \
    }

#define IN_FOURS(result, others, other) \
    for (; i + 4 <= count; i += 4) { \
        const four x = *(const four *)(a + i), y = others; \
        (void)y; \
        *(four *)(results + i) = result; \
    } \
    ALONE(result, other)

#define ARITHMETIC(others, other) \
    size_t i = 0; \
    switch (operation) { \
    case COLUMNS_ADD: IN_FOURS(x + y, others, other) return; \
    case COLUMNS_SUBTRACT: IN_FOURS(x - y, others, other) return; \
    case COLUMNS_MULTIPLY: IN_FOURS(x * y, others, other) return; \
    case COLUMNS_DIVIDE: IN_FOURS(x / y, others, other) return; \
    case COLUMNS_NEGATE: IN_FOURS(-x, others, other) return; \
    case COLUMNS_REMAINDER: ALONE(remainder_of(x, y), other) return; \
    case COLUMNS_POWER: ALONE(power_of(x, y), other) return; \
    }

static void arithmetic(
    columns_operation operation, const double *a, const double *b, size_t count, double *results) {
    ARITHMETIC(*(const four *)(b + i), b[i])
}

static void arithmetic_number(columns_operation operation, const double *a, double b, size_t count, double *results) {
    ARITHMETIC(b, b)
}
