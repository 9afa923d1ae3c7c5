// setmetatable and rawset without the events that scripts must not have, and the interpreter made blind to those.

#include "Boundary.h"
#include <stdio.h>
#include <string.h>

static const char *const refused[] = {"__gc", "__mode", "__concat", NULL};
static const char *const reasons[] = {
    "scripts have no finalizers", "scripts have no weak tables", "use a function or __tostring instead",
};

static void check_event(lua_State *L, const char *event) {
    for (int i = 0; refused[i]; i++)
        if (strcmp(event, refused[i]) == 0)
            clua_raise(L, "%s is not available to strategies: %s", event, reasons[i]);
}

static int base_setmetatable(lua_State *L) {
    luaL_checktype(L, 1, LUA_TTABLE);
    int type = lua_type(L, 2);
    luaL_argexpected(L, type == LUA_TNIL || type == LUA_TTABLE, 2, "nil or table");
    if (luaL_getmetafield(L, 1, "__metatable") != LUA_TNIL)
        return clua_raise(L, "cannot change a protected metatable");
    for (int i = 0; type == LUA_TTABLE && refused[i]; i++) {
        lua_pushstring(L, refused[i]);
        if (lua_rawget(L, 2) != LUA_TNIL) check_event(L, refused[i]);
        lua_pop(L, 1);
    }
    lua_settop(L, 2);
    lua_setmetatable(L, 1);
    return 1;
}

static int base_rawset(lua_State *L) {
    clua_check_writable(L, 1);
    luaL_checkany(L, 2);
    luaL_checkany(L, 3);
    if (lua_type(L, 2) == LUA_TSTRING) check_event(L, lua_tostring(L, 2));
    lua_settop(L, 3);
    lua_rawset(L, 1);
    return 1;
}

/// The library's own buffers are freed by a finalizer; that one goes by the new name.
static void keep_buffer_finalizer(lua_State *L, const char *name, size_t length) {
    luaL_Buffer buffer;
    luaL_buffinitsize(L, &buffer, 2 * LUAL_BUFFERSIZE);  // makes the metatable
    luaL_pushresultsize(&buffer, 0);
    lua_pop(L, 1);
    if (luaL_getmetatable(L, "_UBOX*") == LUA_TTABLE) {
        lua_pushlstring(L, name, length);
        lua_getfield(L, -2, "__gc");
        lua_rawset(L, -3);
    }
    lua_pop(L, 1);
}

/// A weak table crashes this Lua under a memory limit, `__concat` crashes Debian's build of it, and a finalizer runs
/// where nothing can stop it. `setmetatable` refuses them, but a key set later in a metatable would get by. So the
/// interpreter is made to look for other names, which no script can know. Lua keeps the names of its events in a row
/// of its global state; the row is searched for, and left alone should it not be found as expected.
void clua_hide_events(lua_State *L) {
    static const char *const events[] = {
        "__index", "__newindex", "__gc",   "__mode", "__len", "__eq",  "__add", "__sub",    "__mul",
        "__mod",   "__pow",      "__div",  "__idiv", "__band", "__bor", "__bxor", "__shl",  "__shr",
        "__unm",   "__bnot",     "__lt",   "__le",   "__concat", "__call", "__close",
    };
    enum { COUNT = sizeof events / sizeof events[0] };
    static const int hidden[] = {3, 22, 2};
    clua_box *box = clua_of(L);
    uintptr_t names[COUNT];
    const size_t contents = 24;  // a string's bytes behind its header
    for (int i = 0; i < COUNT; i++) {
        names[i] = (uintptr_t)lua_pushstring(L, events[i]) - contents;
        lua_pop(L, 1);
    }
    uintptr_t *row = (uintptr_t *)box->first, *end = (uintptr_t *)(box->first + box->first_size);
    for (; row + COUNT <= end && memcmp(row, names, sizeof names) != 0; row++) continue;
    if (row + COUNT <= end) {
        for (int i = 0; i < 3; i++) {
            char name[32];
            int length = snprintf(
                name, sizeof name, "%c%016llx%d", 27, (unsigned long long)((uintptr_t)box * 0x9E3779B97F4A7C15u), i);
            row[hidden[i]] = (uintptr_t)lua_pushlstring(L, name, (size_t)length) - contents;
            luaL_ref(L, LUA_REGISTRYINDEX);
            if (i == 2) keep_buffer_finalizer(L, name, (size_t)length);
        }
    }
}

void clua_open_metatable(lua_State *L) {
    static const luaL_Reg own[] = {{"setmetatable", base_setmetatable}, {"rawset", base_rawset}, {NULL, NULL}};
    luaL_setfuncs(L, own, 0);
}
