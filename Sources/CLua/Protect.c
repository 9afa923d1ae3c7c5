// pcall and xpcall that cannot swallow a stop.

#include "Boundary.h"
#include <string.h>

/// Whether the error on top is one of Lua's own for a stack that is full: its words alone tell it from others.
static bool is_overflow(lua_State *L) {
    return lua_type(L, -1) == LUA_TSTRING && strstr(lua_tostring(L, -1), "stack overflow") != NULL;
}

void clua_note_breach(lua_State *L, lua_State *from, int status) {
    clua_box *box = clua_of(L);
    bool overflow = status == LUA_ERRERR || (status == LUA_ERRRUN && is_overflow(from));
    if (status != LUA_ERRMEM && !overflow) return;
    if (overflow && from != L && !box->has_traceback) {  // a coroutine that failed still has its frames
        clua_note_traceback(from);
        if (!*box->traceback) clua_note_traceback(L);  // it could not even begin
    }
    // What was noted when it happened holds from here on, through all runs around this one.
    box->has_traceback = *box->traceback != 0;
    clua_give_reason(box, overflow ? CLUA_DEPTH : CLUA_MEMORY);
}

void clua_pass_on_stop(lua_State *L, lua_State *from, int status) {
    clua_note_breach(L, from, status);
    if (clua_must_stop(clua_of(L))) clua_raise_stop(L);
}

/// Message handler of the calls below: notes where the stack was full, while the frames still stand.
static int note_overflow(lua_State *L) {
    clua_box *box = clua_of(L);
    if (is_overflow(L) && !box->has_traceback) {
        clua_note_traceback(L);
        box->has_traceback = true;
    }
    return 1;
}

/// `extra` values at the bottom are no results.
static int finish_pcall(lua_State *L, int status, lua_KContext extra) {
    clua_pass_on_stop(L, L, status);
    if (status != LUA_OK && status != LUA_YIELD) {
        lua_pushboolean(L, 0);
        lua_pushvalue(L, -2);
        return 2;
    }
    return lua_gettop(L) - (int)extra;
}

static int base_pcall(lua_State *L) {
    luaL_checkany(L, 1);
    lua_pushcfunction(L, note_overflow);
    lua_pushboolean(L, 1);
    lua_rotate(L, 1, 2);
    int status = lua_pcallk(L, lua_gettop(L) - 3, LUA_MULTRET, 1, 1, finish_pcall);
    return finish_pcall(L, status, 1);
}

/// Lua calls a message handler where the error was raised, with hooks off; here it runs after unwinding, as any code
/// does. `extra` tells whether it has run already.
static int finish_xpcall(lua_State *L, int status, lua_KContext extra) {
    clua_pass_on_stop(L, L, status);
    if (status != LUA_OK && status != LUA_YIELD && !extra) {
        lua_pushboolean(L, 0);  // ours, handler, true, error -> ours, handler, false, handler, error
        lua_replace(L, 3);
        lua_pushvalue(L, 2);
        lua_insert(L, 4);
        return finish_xpcall(L, lua_pcallk(L, 1, LUA_MULTRET, 1, 1, finish_xpcall), 1);
    }
    return lua_gettop(L) - 2;
}

static int base_xpcall(lua_State *L) {
    int count = lua_gettop(L);
    luaL_checktype(L, 2, LUA_TFUNCTION);
    lua_pushboolean(L, 1);
    lua_pushvalue(L, 1);
    lua_rotate(L, 3, 2);
    lua_pushcfunction(L, note_overflow);
    lua_replace(L, 1);
    int status = lua_pcallk(L, count - 2, LUA_MULTRET, 1, 0, finish_xpcall);
    return finish_xpcall(L, status, 0);
}

void clua_open_protect(lua_State *L) {
    static const luaL_Reg own[] = {{"pcall", base_pcall}, {"xpcall", base_xpcall}, {NULL, NULL}};
    luaL_setfuncs(L, own, 0);
}
