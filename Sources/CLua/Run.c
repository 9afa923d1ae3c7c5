// The protected run: the only way from Swift into code that may raise.

#include "Boundary.h"

/// Notes where the error was raised, while the frames still stand; makes nothing, so it cannot fail.
static int message_handler(lua_State *L) {
    if (!clua_of(L)->has_traceback) clua_note_traceback(L);
    return 1;
}

/// The next run is to find the memory free. Of a deep stack each collection gives back half.
static void free_memory(lua_State *L, clua_box *box) {
    size_t before;
    do {
        before = box->used;
        lua_gc(L, LUA_GCCOLLECT);
    } while (box->used < before - before / 8);
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
    clua_note_breach(L, L, status);
    int reason = clua_reason(box);
    clua_leave(L, &visit);
    if (reason != CLUA_OK) {
        lua_settop(L, base - 1);
        if (reason != CLUA_STOPPED && box->depth == 0) free_memory(L, box);
        return reason;
    }
    return status == LUA_OK ? CLUA_OK : CLUA_FAULT;
}
