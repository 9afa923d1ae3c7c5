// The functions of `string` that can run long, or tell addresses, in versions that do neither.

#define _GNU_SOURCE
#include "Pattern.h"
#include <ctype.h>
#include <limits.h>
#include <stdint.h>
#include <string.h>

/// The start of a search, from 0: an index from the front, or from the back when negative.
static size_t start_of_search(lua_Integer index, size_t length) {
    if (index > 0) return (size_t)index - 1;
    if (index == 0 || index < -(lua_Integer)length) return 0;
    return length - (size_t)-index;
}

static int search(lua_State *L, bool find) {
    size_t length, pattern_length;
    const char *subject = luaL_checklstring(L, 1, &length), *pattern = luaL_checklstring(L, 2, &pattern_length);
    size_t start = start_of_search(luaL_optinteger(L, 3, 1), length);
    if (start > length) {
        lua_pushnil(L);
        return 1;
    }
    bool plain = lua_toboolean(L, 4);
    if (find && !plain) {
        plain = true;
        for (size_t i = 0; i < pattern_length && plain; i++) plain = !strchr("^$*+?.([%-", pattern[i]) || !pattern[i];
    }
    if (find && plain) {
        const char *place = memmem(subject + start, length - start, pattern, pattern_length);
        if (place) {
            lua_pushinteger(L, place - subject + 1);
            lua_pushinteger(L, place - subject + (lua_Integer)pattern_length);
            return 2;
        }
        lua_pushnil(L);
        return 1;
    }
    bool anchored = pattern_length > 0 && *pattern == '^';
    clua_match match = clua_match_of(L, subject, length, pattern, pattern_length);
    for (const char *place = subject + start; place <= match.subject_end; place++) {
        match.captures = 0;
        const char *end = clua_match_at(&match, place, pattern + anchored);
        if (end) {
            if (!find) return clua_push_captures(&match, place, end);
            lua_pushinteger(L, place - subject + 1);
            lua_pushinteger(L, end - subject);
            return clua_push_captures(&match, NULL, NULL) + 2;
        }
        if (anchored) break;
    }
    lua_pushnil(L);
    return 1;
}

static int string_find(lua_State *L) { return search(L, true); }
static int string_match(lua_State *L) { return search(L, false); }

/// Upvalues: subject, pattern, where to go on (from 0), the end of the last match (-1: none).
static int next_match(lua_State *L) {
    size_t length, pattern_length;
    const char *subject = lua_tolstring(L, lua_upvalueindex(1), &length);
    const char *pattern = lua_tolstring(L, lua_upvalueindex(2), &pattern_length);
    lua_Integer start = lua_tointegerx(L, lua_upvalueindex(3), NULL);
    lua_Integer last = lua_tointegerx(L, lua_upvalueindex(4), NULL);
    clua_match match = clua_match_of(L, subject, length, pattern, pattern_length);
    for (const char *place = subject + start; place <= match.subject_end; place++) {
        match.captures = 0;
        const char *end = clua_match_at(&match, place, pattern);
        if (end && end - subject != last) {
            lua_pushinteger(L, end - subject);
            lua_copy(L, -1, lua_upvalueindex(3));
            lua_replace(L, lua_upvalueindex(4));
            return clua_push_captures(&match, place, end);
        }
    }
    lua_pushinteger(L, (lua_Integer)length + 1);
    lua_replace(L, lua_upvalueindex(3));
    return 0;
}

static int string_gmatch(lua_State *L) {
    size_t length;
    luaL_checklstring(L, 1, &length);
    luaL_checkstring(L, 2);
    size_t start = start_of_search(luaL_optinteger(L, 3, 1), length);
    lua_settop(L, 2);
    lua_pushinteger(L, (lua_Integer)(start > length ? length + 1 : start));
    lua_pushinteger(L, -1);
    lua_pushcclosure(L, next_match, 4);
    return 1;
}

/// Adds the replacement text with its `%1` filled in.
static void add_text(clua_match *match, luaL_Buffer *buffer, const char *start, const char *end) {
    lua_State *L = match->L;
    size_t length;
    const char *text = lua_tolstring(L, 3, &length), *text_end = text + length;
    for (const char *mark; (mark = memchr(text, '%', (size_t)(text_end - text))) != NULL; text = mark + 1) {
        luaL_addlstring(buffer, text, (size_t)(mark - text));
        mark++;
        if (mark < text_end && *mark == '%') {
            luaL_addchar(buffer, '%');
        } else if (mark < text_end && *mark == '0') {
            luaL_addlstring(buffer, start, (size_t)(end - start));
        } else if (mark < text_end && isdigit((unsigned char)*mark)) {
            clua_push_capture(match, *mark - '1', start, end);
            luaL_tolstring(L, -1, NULL);
            lua_remove(L, -2);
            luaL_addvalue(buffer);
        } else {
            luaL_error(L, "invalid use of '%%' in replacement string");
        }
    }
    luaL_addlstring(buffer, text, (size_t)(text_end - text));
}

/// Adds what stands for the match; false or nil keep it.
static void add_replacement(clua_match *match, luaL_Buffer *buffer, const char *start, const char *end) {
    lua_State *L = match->L;
    switch (lua_type(L, 3)) {
        case LUA_TFUNCTION:
            lua_pushvalue(L, 3);
            lua_callk(L, clua_push_captures(match, start, end), 1, 0, NULL);
            break;
        case LUA_TTABLE:
            clua_push_capture(match, 0, start, end);
            lua_gettable(L, 3);
            break;
        default: add_text(match, buffer, start, end); return;
    }
    if (!lua_toboolean(L, -1)) {
        lua_pop(L, 1);
        luaL_addlstring(buffer, start, (size_t)(end - start));
    } else if (lua_isstring(L, -1)) {
        luaL_addvalue(buffer);
    } else {
        luaL_error(L, "invalid replacement value (a %s)", luaL_typename(L, -1));
    }
}

static int string_gsub(lua_State *L) {
    size_t length, pattern_length;
    const char *subject = luaL_checklstring(L, 1, &length), *pattern = luaL_checklstring(L, 2, &pattern_length);
    int type = lua_type(L, 3);
    luaL_argexpected(L, type == LUA_TNUMBER || type == LUA_TSTRING || type == LUA_TFUNCTION || type == LUA_TTABLE, 3,
        "string/function/table");
    lua_Integer most = luaL_optinteger(L, 4, (lua_Integer)length + 1), count = 0;
    if (type == LUA_TNUMBER) lua_tolstring(L, 3, NULL);
    bool anchored = pattern_length > 0 && *pattern == '^';
    clua_match match = clua_match_of(L, subject, length, pattern, pattern_length);
    const char *place = subject, *last = NULL;
    luaL_Buffer buffer;
    luaL_buffinit(L, &buffer);
    while (count < most) {
        match.captures = 0;
        const char *end = clua_match_at(&match, place, pattern + anchored);
        if (end && end != last) {
            count++;
            add_replacement(&match, &buffer, place, end);
            place = last = end;
        } else if (place < match.subject_end) {
            luaL_addchar(&buffer, *place++);
        } else {
            break;
        }
        if (anchored) break;
    }
    luaL_addlstring(&buffer, place, (size_t)(match.subject_end - place));
    luaL_pushresult(&buffer);
    lua_pushinteger(L, count);
    return 2;
}

/// By doubling: one copy of a byte at a time would take seconds.
static int string_rep(lua_State *L) {
    size_t length, separator_length;
    const char *text = luaL_checklstring(L, 1, &length);
    lua_Integer count = luaL_checkinteger(L, 2);
    const char *separator = luaL_optlstring(L, 3, "", &separator_length);
    if (count <= 0 || length + separator_length == 0) {
        lua_pushliteral(L, "");
        return 1;
    }
    size_t piece = length + separator_length;
    if (piece < length || (size_t)count > (SIZE_MAX / 4) / piece) return luaL_error(L, "resulting string too large");
    size_t whole = piece * (size_t)count, filled = piece;
    luaL_Buffer buffer;
    char *place = luaL_buffinitsize(L, &buffer, whole);
    memcpy(place, text, length);
    memcpy(place + length, separator, separator_length);
    for (; filled < whole; filled *= 2)
        memcpy(place + filled, place, filled < whole - filled ? filled : whole - filled);
    luaL_pushresultsize(&buffer, whole - separator_length);
    return 1;
}

/// string.format as Lua's (upvalue 1), but `%s` shows no address, and there is no `%p`.
static int string_format(lua_State *L) {
    size_t length;
    const char *format = luaL_checklstring(L, 1, &length), *end = format + length;
    int argument = 1, count = lua_gettop(L);
    luaL_checkstack(L, 4, NULL);
    while ((format = memchr(format, '%', (size_t)(end - format))) != NULL && ++format < end) {
        if (*format == '%') {
            format++;
            continue;
        }
        while (format < end && strchr("-+ #0123456789.", *format) && *format) format++;
        if (format == end) break;
        argument++;
        if (*format == 'p') return luaL_error(L, "string.format has no '%%p' here: addresses differ from run to run");
        if (*format == 's' && argument <= count && lua_type(L, argument) != LUA_TSTRING) {
            clua_to_text(L, argument, NULL);
            lua_replace(L, argument);
            lua_settop(L, count);
        }
    }
    return lua_tocfunction(L, lua_upvalueindex(1))(L);  // in this frame, so that its messages name `format`
}

void clua_open_string(lua_State *L) {
    static const luaL_Reg own[] = {
        {"find", string_find}, {"match", string_match}, {"gmatch", string_gmatch}, {"gsub", string_gsub},
        {"rep", string_rep}, {NULL, NULL},
    };
    lua_getfield(L, -1, "string");
    luaL_setfuncs(L, own, 0);
    lua_getfield(L, -1, "format");
    lua_pushcclosure(L, string_format, 1);
    lua_setfield(L, -2, "format");
    clua_push_absent(L, "string.dump", "a script is read as text alone", false);
    lua_setfield(L, -2, "dump");
    lua_pop(L, 1);
}
