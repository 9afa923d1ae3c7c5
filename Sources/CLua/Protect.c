// pcall and xpcall that cannot swallow a stop.

#include "Boundary.h"

void clua_pass_on_stop(lua_State *L, int status) {
    clua_box *box = clua_of(L);
    if (status == LUA_ERRMEM) clua_give_reason(box, CLUA_MEMORY);
    if (clua_must_stop(box)) clua_raise_stop(L);
}

static int finish_pcall(lua_State *L, int status, lua_KContext extra) {
    clua_pass_on_stop(L, status);
    if (status != LUA_OK && status != LUA_YIELD) {
        lua_pushboolean(L, 0);
        lua_pushvalue(L, -2);
        return 2;
    }
    return lua_gettop(L) - (int)extra;
}

static int base_pcall(lua_State *L) {
    luaL_checkany(L, 1);
    lua_pushboolean(L, 1);
    lua_insert(L, 1);
    int status = lua_pcallk(L, lua_gettop(L) - 2, LUA_MULTRET, 0, 0, finish_pcall);
    return finish_pcall(L, status, 0);
}

/// Lua calls a message handler where the error was raised, with hooks off; here it runs after unwinding, as any code
/// does. `extra` tells whether it has run already.
static int finish_xpcall(lua_State *L, int status, lua_KContext extra) {
    clua_pass_on_stop(L, status);
    if (status != LUA_OK && status != LUA_YIELD && !extra) {
        lua_pushboolean(L, 0);  // function, handler, true, error -> function, handler, false, handler, error
        lua_replace(L, 3);
        lua_pushvalue(L, 2);
        lua_insert(L, 4);
        return finish_xpcall(L, lua_pcallk(L, 1, LUA_MULTRET, 0, 1, finish_xpcall), 1);
    }
    return lua_gettop(L) - 2;
}

static int base_xpcall(lua_State *L) {
    int count = lua_gettop(L);
    luaL_checktype(L, 2, LUA_TFUNCTION);
    lua_pushboolean(L, 1);
    lua_pushvalue(L, 1);
    lua_rotate(L, 3, 2);
    int status = lua_pcallk(L, count - 2, LUA_MULTRET, 0, 0, finish_xpcall);
    return finish_xpcall(L, status, 0);
}

void clua_open_protect(lua_State *L) {
    static const luaL_Reg own[] = {{"pcall", base_pcall}, {"xpcall", base_xpcall}, {NULL, NULL}};
    luaL_setfuncs(L, own, 0);
}
