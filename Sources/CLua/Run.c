// The protected run: the only way from Swift into code that may raise.

#include "Boundary.h"

/// Notes where the error was raised, while the frames still stand; makes nothing, so it cannot fail.
static int message_handler(lua_State *L) {
    if (!clua_of(L)->has_traceback) clua_note_traceback(L);
    return 1;
}

int clua_run(lua_State *L, int arguments, int results) {
    clua_box *box = clua_of(L);
    int base = lua_gettop(L) - arguments;
    clua_visit visit;
    if (!clua_enter(L, &visit)) {
        clua_leave(L, &visit);
        lua_settop(L, base - 1);
        return CLUA_STOPPED;
    }
    lua_pushcfunction(L, message_handler);
    lua_insert(L, base);
    int status = lua_pcallk(L, arguments, results, base, 0, NULL);
    lua_remove(L, base);
    if (status == LUA_ERRMEM) clua_give_reason(box, CLUA_MEMORY);
    int reason = clua_reason(box);
    clua_leave(L, &visit);
    if (reason != CLUA_OK) {
        lua_settop(L, base - 1);
        // The next run is to find the memory free.
        if (reason == CLUA_MEMORY && box->depth == 0) lua_gc(L, LUA_GCCOLLECT);
        return reason;
    }
    return status == LUA_OK ? CLUA_OK : CLUA_FAULT;
}
