#include "Loops.h"
#include <math.h>

#if defined(__x86_64__)
#pragma clang attribute push(__attribute__((target("avx2"))), apply_to = function)
#include "Arithmetic.h"
#include "Comparing.h"
#include "Finite.h"
#include "Means.h"
#include "Deviations.h"
#include "Moves.h"
#pragma clang attribute pop

const struct columns_loops columns_avx2 = ALL_LOOPS;
#endif
