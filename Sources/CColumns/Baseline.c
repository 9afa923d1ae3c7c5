#include "Loops.h"
#include <math.h>

// What every processor of its kind has: SSE2 on x86-64, NEON on arm64.
#include "Arithmetic.h"
#include "Comparing.h"
#include "Finite.h"
#include "Means.h"
#include "Deviations.h"
#include "Moves.h"

const struct columns_loops columns_baseline = ALL_LOOPS;
