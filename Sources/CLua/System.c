// Lua's `io` and `os`, for programs that their user trusts; no strategy sees them.

#include "Boundary.h"
#include <lua5.4/lualib.h>
#include <stdio.h>

/// Files that nobody holds are closed: the collector looks for finalizers under a name of its own (`clua_hide_events`),
/// which the finalizer of Lua's buffers has, too.
static void keep_file_finalizer(lua_State *L) {
    luaL_getmetatable(L, LUA_FILEHANDLE);
    if (luaL_getmetatable(L, "_UBOX*") == LUA_TTABLE) {
        lua_pushnil(L);
        while (lua_next(L, -2)) {
            lua_pop(L, 1);
            if (lua_type(L, -1) != LUA_TSTRING || *lua_tostring(L, -1) != 27) continue;
            lua_pushvalue(L, -1);
            lua_getfield(L, -4, "__gc");
            lua_rawset(L, -5);
        }
    }
    lua_pop(L, 2);
}

int clua_open_system(lua_State *L) {
    clua_push_sandbox(L);
    lua_pushcfunction(L, luaopen_io);
    lua_callk(L, 0, 1, 0, NULL);
    lua_setfield(L, -2, "io");
    lua_pushcfunction(L, luaopen_os);
    lua_callk(L, 0, 1, 0, NULL);
    lua_setfield(L, -2, "os");
    lua_pop(L, 1);
    keep_file_finalizer(L);
    // What io.write writes stands where it was written, between lines of print.
    setvbuf(stdout, NULL, _IONBF, 0);
    return 0;
}
