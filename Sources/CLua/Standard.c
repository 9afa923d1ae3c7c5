// Which of Lua's own functions scripts see: a list of names, and over them our versions of those that need one.

#include "Boundary.h"
#include <lua5.4/lualib.h>

/// Copies the named fields of the table at `from` to the table on top.
static void keep(lua_State *L, int from, const char *const *names) {
    for (; *names; names++) {
        lua_getfield(L, from, *names);
        lua_setfield(L, -2, *names);
    }
}

static void open_library(lua_State *L, const char *name, lua_CFunction open, const char *const *kept) {
    lua_pushcfunction(L, open);
    lua_callk(L, 0, 1, 0, NULL);
    int library = lua_gettop(L);
    lua_createtable(L, 0, 24);
    keep(L, library, kept);
    lua_remove(L, library);
    lua_setfield(L, -2, name);
}

int clua_open_standard(lua_State *L) {
    static const char *const base[] = {
        "assert", "error", "getmetatable", "ipairs", "rawequal", "rawget", "rawlen", "select", "tonumber", "type",
        "_VERSION", NULL,
    };
    static const char *const math[] = {
        "abs", "acos", "asin", "atan", "ceil", "cos", "deg", "exp", "floor", "fmod", "huge", "log", "max", "maxinteger",
        "min", "mininteger", "modf", "pi", "rad", "sin", "sqrt", "tan", "tointeger", "type", "ult", NULL,
    };
    static const char *const string[] = {
        "byte", "char", "find", "format", "gmatch", "gsub", "len", "lower", "match", "pack", "packsize", "rep",
        "reverse", "sub", "unpack", "upper", NULL,
    };
    static const char *const table[] = {"concat", "insert", "move", "pack", "remove", "sort", "unpack", NULL};
    static const char *const utf8[] = {"char", "charpattern", "codepoint", "codes", "len", "offset", NULL};
    static const char *const coroutine[] = {"create", "isyieldable", "running", "status", "yield", NULL};
    clua_box *box = clua_of(L);
    clua_hide_events(L);
    lua_createtable(L, 0, 40);
    lua_pushcfunction(L, luaopen_base);
    lua_callk(L, 0, 1, 0, NULL);
    lua_insert(L, -2);
    keep(L, lua_gettop(L) - 1, base);
    lua_remove(L, -2);
    open_library(L, "math", luaopen_math, math);
    open_library(L, "string", luaopen_string, string);
    open_library(L, "table", luaopen_table, table);
    open_library(L, "utf8", luaopen_utf8, utf8);
    open_library(L, "coroutine", luaopen_coroutine, coroutine);
    clua_open_protect(L);
    clua_open_metatable(L);
    clua_open_load(L);
    clua_open_order(L);
    clua_open_coroutine(L);
    clua_open_string(L);
    clua_open_table(L);
    clua_open_random(L);
    static const luaL_Reg own[] = {{"tostring", clua_tostring}, {NULL, NULL}};
    luaL_setfuncs(L, own, 0);

    // Strings find their methods in the library itself, which no script can reach by another way.
    lua_pushliteral(L, "");
    lua_getmetatable(L, -1);
    lua_getfield(L, 1, "string");
    lua_setfield(L, -2, "__index");
    lua_pushboolean(L, 0);
    lua_setfield(L, -2, "__metatable");
    lua_settop(L, 1);
    static const char *const libraries[] = {"math", "string", "table", "utf8", "coroutine", NULL};
    for (int i = 0; libraries[i]; i++) {
        lua_getfield(L, 1, libraries[i]);
        clua_seal(L, libraries[i]);
        lua_setfield(L, 1, libraries[i]);
    }

    // What luaopen_base left as globals is out of reach from here on.
    lua_createtable(L, 0, 0);
    lua_rawseti(L, LUA_REGISTRYINDEX, LUA_RIDX_GLOBALS);

    lua_createtable(L, 0, 2);
    lua_pushvalue(L, 1);
    lua_setfield(L, -2, "__index");
    lua_pushboolean(L, 0);
    lua_setfield(L, -2, "__metatable");
    box->environment_metatable = luaL_ref(L, LUA_REGISTRYINDEX);

    static const char factory[] = "return function(e) return function() return e end end";
    if (luaL_loadbufferx(L, factory, sizeof factory - 1, "=environment", "t") != LUA_OK) return lua_error(L);
    lua_callk(L, 0, 1, 0, NULL);
    box->environment_factory = luaL_ref(L, LUA_REGISTRYINDEX);
    box->sandbox = luaL_ref(L, LUA_REGISTRYINDEX);
    return 0;
}
