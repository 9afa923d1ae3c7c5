#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// Masks have (count + 63) / 64 words; bits beyond count are 0. NaN compares false.

/// Bit i is set where a[i] > b[i].
void columns_greater(const double *a, const double *b, size_t count, uint64_t *mask);

/// Bit i is set where a[i] >= b[i].
void columns_at_least(const double *a, const double *b, size_t count, uint64_t *mask);

/// Bit i is set where a[i] > level, and so on for the other three.
void columns_greater_than_level(const double *a, double level, size_t count, uint64_t *mask);
void columns_at_least_level(const double *a, double level, size_t count, uint64_t *mask);
void columns_less_than_level(const double *a, double level, size_t count, uint64_t *mask);
void columns_at_most_level(const double *a, double level, size_t count, uint64_t *mask);

/// Bit i is set where a[i] > b[i] and a[i - 1] <= b[i - 1]; never bit 0. Both columns are read once.
void columns_crossover(const double *a, const double *b, size_t count, uint64_t *mask);

/// A checksum of `count` words, the same on every machine: finds any changed word at the speed of memory, and is no proof
/// against intent.
uint64_t columns_checksum(const uint64_t *words, size_t count);
