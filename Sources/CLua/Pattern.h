#pragma once

#include "Boundary.h"

enum { MOST_CAPTURES = 32 };

/// A pattern being matched against a subject.
typedef struct {
    lua_State *L;
    const char *subject, *subject_end, *pattern_end;
    int depth;       // matches inside matches
    unsigned steps;  // to look now and then whether the run is to stop
    int captures;
    struct {
        const char *start;
        ptrdiff_t length;
    } capture[MOST_CAPTURES];
} clua_match;

clua_match clua_match_of(lua_State *L, const char *subject, size_t length, const char *pattern, size_t pattern_length);

/// Where the match that begins at `place` ends, or NULL.
const char *clua_match_at(clua_match *match, const char *place, const char *pattern);

/// Pushes capture `number` (from 0), or the whole match from `start` to `end` where there are none.
void clua_push_capture(clua_match *match, int number, const char *start, const char *end);

/// Pushes all captures, or the whole match where there are none; returns the count.
int clua_push_captures(clua_match *match, const char *start, const char *end);
