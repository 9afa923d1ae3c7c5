#include "Loops.h"
#include <math.h>

#if defined(__x86_64__)
#pragma clang attribute push(__attribute__((target("avx512f,avx512bw,avx512dq,avx512vl"))), apply_to = function)
#include "Arithmetic.h"
#include "Comparing.h"
#include "Finite.h"
#include "Means.h"
#include "Deviations.h"
#include "Moves.h"
#pragma clang attribute pop

const struct columns_loops columns_avx512 = ALL_LOOPS;
#endif
