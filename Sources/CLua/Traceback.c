// Where a script is: positions before messages, and the frames of Lua when something fails.

#include "Boundary.h"
#include <stdio.h>
#include <string.h>

void clua_push_position(lua_State *L) {
    lua_Debug frame;
    for (int level = 1; lua_getstack(L, level, &frame); level++) {
        lua_getinfo(L, "Sl", &frame);
        if (frame.currentline > 0) {
            lua_pushfstring(L, "%s:%d: ", frame.short_src, frame.currentline);
            return;
        }
    }
    lua_pushliteral(L, "");
}

int clua_raise(lua_State *L, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    clua_push_position(L);
    lua_pushvfstring(L, format, arguments);
    va_end(arguments);
    lua_concat(L, 2);
    return lua_error(L);
}

void clua_note_traceback(lua_State *L) {
    clua_box *box = clua_of(L);
    enum { MOST_LINES = 20, MOST_LEVELS = 200 };
    char *place = box->traceback, *end = place + sizeof box->traceback, *latest = NULL;
    int shown = 0;
    lua_Debug frame;
    *place = 0;
    for (int level = 0; level < MOST_LEVELS && lua_getstack(L, level, &frame) && shown < MOST_LINES; level++) {
        lua_getinfo(L, "Sln", &frame);
        if (frame.currentline <= 0) continue;
        const char *name = *frame.what == 'm' ? "main chunk" : frame.name ? frame.name : "a function";
        int length = snprintf(place, (size_t)(end - place), "%s:%d: in %s\n", frame.short_src, frame.currentline, name);
        if (length >= end - place) {
            *place = 0;
            break;
        }
        // A function that calls itself without end is one line.
        if (latest && strlen(latest) == 2 * (size_t)length && memcmp(latest, place, (size_t)length) == 0) {
            *place = 0;
            continue;
        }
        latest = place;
        place += length;
        shown++;
    }
}

const char *clua_traceback(lua_State *L) { return clua_of(L)->traceback; }
