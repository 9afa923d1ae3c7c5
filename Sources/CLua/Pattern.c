// Lua's patterns, as the manual describes them (6.4.1). A matcher of our own, because backtracking can take for ever
// and Lua's cannot be stopped: this one looks every few thousand steps whether the run is to end.

#include "Pattern.h"
#include <ctype.h>
#include <string.h>

enum { OPEN = -1, POSITION = -2, DEEPEST = 200 };

clua_match clua_match_of(lua_State *L, const char *subject, size_t length, const char *pattern, size_t pattern_length) {
    return (clua_match){
        .L = L, .subject = subject, .subject_end = subject + length, .pattern_end = pattern + pattern_length,
    };
}

static inline void count_step(clua_match *match) {
    if ((++match->steps & 4095) == 0) clua_poll(match->L);
}

// ---- Single characters ---------------------------------------------------------------------------------------------

/// The pattern behind the item (a character, a class or a set) that begins at `p`.
static const char *behind_item(clua_match *match, const char *p) {
    char c = *p++;
    if (c == '%') {
        if (p == match->pattern_end) luaL_error(match->L, "malformed pattern (ends with '%%')");
        return p + 1;
    }
    if (c != '[') return p;
    if (p < match->pattern_end && *p == '^') p++;
    do {  // a ']' in the first place is a character
        if (p == match->pattern_end) luaL_error(match->L, "malformed pattern (missing ']')");
        if (*p++ == '%') {
            if (p == match->pattern_end) luaL_error(match->L, "malformed pattern (missing ']')");
            p++;
        }
    } while (p == match->pattern_end || *p != ']');
    return p + 1;
}

static bool is_in_class(int c, int class) {
    bool is;
    switch (tolower(class)) {
        case 'a': is = isalpha(c); break;
        case 'c': is = iscntrl(c); break;
        case 'd': is = isdigit(c); break;
        case 'g': is = isgraph(c); break;
        case 'l': is = islower(c); break;
        case 'p': is = ispunct(c); break;
        case 's': is = isspace(c); break;
        case 'u': is = isupper(c); break;
        case 'w': is = isalnum(c); break;
        case 'x': is = isxdigit(c); break;
        default: return class == c;
    }
    return isupper(class) ? !is : is;
}

/// Whether `c` is in the set between `[` at `p` and `]` at `last`.
static bool is_in_set(int c, const char *p, const char *last) {
    bool found = true;
    if (*++p == '^') {
        found = false;
        p++;
    }
    for (; p < last; p++) {
        if (*p == '%') {
            p++;
            if (is_in_class(c, (unsigned char)*p)) return found;
        } else if (p + 2 < last && p[1] == '-') {
            if ((unsigned char)p[0] <= c && c <= (unsigned char)p[2]) return found;
            p += 2;
        } else if ((unsigned char)*p == c) {
            return found;
        }
    }
    return !found;
}

/// Whether the character at `s` is one of the item from `p` to `behind`.
static bool matches_item(clua_match *match, const char *s, const char *p, const char *behind) {
    if (s >= match->subject_end) return false;
    int c = (unsigned char)*s;
    switch (*p) {
        case '.': return true;
        case '%': return is_in_class(c, (unsigned char)p[1]);
        case '[': return is_in_set(c, p, behind - 1);
        default: return (unsigned char)*p == c;
    }
}

// ---- Captures ------------------------------------------------------------------------------------------------------

static const char *start_capture(clua_match *match, const char *s, const char *p, ptrdiff_t kind) {
    if (match->captures >= MOST_CAPTURES) luaL_error(match->L, "too many captures");
    match->capture[match->captures].start = s;
    match->capture[match->captures].length = kind;
    match->captures++;
    const char *end = clua_match_at(match, s, p);
    if (!end) match->captures--;
    return end;
}

static const char *end_capture(clua_match *match, const char *s, const char *p) {
    int open = match->captures - 1;
    while (open >= 0 && match->capture[open].length != OPEN) open--;
    if (open < 0) luaL_error(match->L, "invalid pattern capture");
    match->capture[open].length = s - match->capture[open].start;
    const char *end = clua_match_at(match, s, p);
    if (!end) match->capture[open].length = OPEN;
    return end;
}

/// `%1`: the same text again.
static const char *behind_repetition(clua_match *match, const char *s, int digit) {
    int number = digit - '1';
    if (number < 0 || number >= match->captures || match->capture[number].length == OPEN)
        luaL_error(match->L, "invalid capture index %%%d", number + 1);
    ptrdiff_t length = match->capture[number].length;
    if (length < 0) return NULL;
    bool same = match->subject_end - s >= length && memcmp(match->capture[number].start, s, (size_t)length) == 0;
    return same ? s + length : NULL;
}

void clua_push_capture(clua_match *match, int number, const char *start, const char *end) {
    if (number >= match->captures) {
        if (number != 0) luaL_error(match->L, "invalid capture index %%%d", number + 1);
        lua_pushlstring(match->L, start, (size_t)(end - start));
        return;
    }
    ptrdiff_t length = match->capture[number].length;
    if (length == OPEN) luaL_error(match->L, "unfinished capture");
    if (length == POSITION)
        lua_pushinteger(match->L, match->capture[number].start - match->subject + 1);
    else
        lua_pushlstring(match->L, match->capture[number].start, (size_t)length);
}

int clua_push_captures(clua_match *match, const char *start, const char *end) {
    int count = match->captures == 0 && start ? 1 : match->captures;
    luaL_checkstack(match->L, count, "too many captures");
    for (int i = 0; i < count; i++) clua_push_capture(match, i, start, end);
    return count;
}

// ---- Items of several characters -----------------------------------------------------------------------------------

/// `%bxy`: from x to the y that balances it.
static const char *behind_balance(clua_match *match, const char *s, const char *p) {
    if (p + 1 >= match->pattern_end) luaL_error(match->L, "malformed pattern (missing arguments to '%%b')");
    if (s >= match->subject_end || *s != p[0]) return NULL;
    for (int open = 1; ++s < match->subject_end;) {
        count_step(match);
        if (*s == p[1]) {
            if (--open == 0) return s + 1;
        } else if (*s == p[0]) {
            open++;
        }
    }
    return NULL;
}

/// `%f[set]`: the place where the set begins to hold.
static bool is_frontier(clua_match *match, const char *s, const char *set, const char *behind) {
    int before = s == match->subject ? 0 : (unsigned char)s[-1];
    int here = s < match->subject_end ? (unsigned char)*s : 0;
    return !is_in_set(before, set, behind - 1) && is_in_set(here, set, behind - 1);
}

/// As many as there are, then fewer until the rest matches.
static const char *match_most(clua_match *match, const char *s, const char *p, const char *behind, ptrdiff_t least) {
    ptrdiff_t count = 0;
    while (matches_item(match, s + count, p, behind)) {
        count++;
        count_step(match);
    }
    for (; count >= least; count--) {
        const char *end = clua_match_at(match, s + count, behind + 1);
        if (end) return end;
    }
    return NULL;
}

/// As few as will do.
static const char *match_least(clua_match *match, const char *s, const char *p, const char *behind) {
    for (;;) {
        const char *end = clua_match_at(match, s, behind + 1);
        if (end) return end;
        if (!matches_item(match, s, p, behind)) return NULL;
        s++;
        count_step(match);
    }
}

// ---- The match -----------------------------------------------------------------------------------------------------

static const char *match_rest(clua_match *match, const char *s, const char *p) {
    while (p != match->pattern_end) {
        count_step(match);
        if (*p == '(') {
            bool position = p + 1 < match->pattern_end && p[1] == ')';
            return position ? start_capture(match, s, p + 2, POSITION) : start_capture(match, s, p + 1, OPEN);
        }
        if (*p == ')') return end_capture(match, s, p + 1);
        if (*p == '$' && p + 1 == match->pattern_end) return s == match->subject_end ? s : NULL;
        if (*p == '%' && p + 1 < match->pattern_end) {
            char kind = p[1];
            if (kind == 'b') {
                s = behind_balance(match, s, p + 2);
                if (!s) return NULL;
                p += 4;
                continue;
            }
            if (kind == 'f') {
                p += 2;
                if (p == match->pattern_end || *p != '[')
                    luaL_error(match->L, "missing '[' after '%%f' in pattern");
                const char *behind = behind_item(match, p);
                if (!is_frontier(match, s, p, behind)) return NULL;
                p = behind;
                continue;
            }
            if (isdigit((unsigned char)kind)) {
                s = behind_repetition(match, s, (unsigned char)kind);
                if (!s) return NULL;
                p += 2;
                continue;
            }
        }
        const char *behind = behind_item(match, p);
        switch (behind < match->pattern_end ? *behind : 0) {
            case '?':
                if (matches_item(match, s, p, behind)) {
                    const char *end = clua_match_at(match, s + 1, behind + 1);
                    if (end) return end;
                }
                p = behind + 1;
                continue;
            case '*': return match_most(match, s, p, behind, 0);
            case '+': return match_most(match, s, p, behind, 1);
            case '-': return match_least(match, s, p, behind);
            default:
                if (!matches_item(match, s, p, behind)) return NULL;
                s++;
                p = behind;
        }
    }
    return s;
}

const char *clua_match_at(clua_match *match, const char *s, const char *p) {
    if (match->depth >= DEEPEST) luaL_error(match->L, "pattern too complex");
    match->depth++;
    const char *end = match_rest(match, s, p);
    match->depth--;
    return end;
}
