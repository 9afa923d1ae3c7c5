#include "Loops.h"
#include <stdatomic.h>

// The widest that the processor has, from before `main` on. Any thread may read it while a test changes it: whichever
// it gets gives the same bits.
static _Atomic(const struct columns_loops *) loops = &columns_baseline;

static const struct columns_loops *loops_of(columns_width width) {
#if defined(__x86_64__)
    if (width == COLUMNS_AVX2) return &columns_avx2;
    if (width == COLUMNS_AVX512) return &columns_avx512;
#endif
    return &columns_baseline;
}

bool columns_has_width(columns_width width) {
    if (width == COLUMNS_BASELINE) return true;
#if defined(__x86_64__)
    __builtin_cpu_init();
    if (width == COLUMNS_AVX2) return __builtin_cpu_supports("avx2");
    return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw")
        && __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl");
#else
    return false;
#endif
}

void columns_use_width(columns_width width) {
    atomic_store_explicit(&loops, loops_of(width), memory_order_relaxed);
}

columns_width columns_width_in_use(void) {
    const struct columns_loops *used = atomic_load_explicit(&loops, memory_order_relaxed);
    for (columns_width width = COLUMNS_AVX512; width > COLUMNS_BASELINE; width--)
        if (used == loops_of(width)) return width;
    return COLUMNS_BASELINE;
}

__attribute__((constructor)) static void choose(void) {
    columns_width width = COLUMNS_AVX512;
    while (!columns_has_width(width)) width--;
    columns_use_width(width);
}

#define ENTRY(name, parameters, arguments) \
    void columns_##name parameters { atomic_load_explicit(&loops, memory_order_relaxed)->name arguments; }
EACH_LOOP(ENTRY)
