// Environments: where a chunk finds its globals. Each run has a fresh one that reads through to the sandbox.

#include "Boundary.h"

void clua_push_sandbox(lua_State *L) { lua_rawgeti(L, LUA_REGISTRYINDEX, clua_of(L)->sandbox); }

void clua_push_environment(lua_State *L) {
    lua_createtable(L, 0, 4);
    lua_pushliteral(L, "_G");
    lua_pushvalue(L, -2);
    lua_rawset(L, -3);
    lua_rawgeti(L, LUA_REGISTRYINDEX, clua_of(L)->environment_metatable);
    lua_setmetatable(L, -2);
}

/// Pops the environment and gives it to the function. The factory is `function(e) return function() return e end end`.
void clua_set_environment(lua_State *L, int function) {
    function = lua_absindex(L, function);
    const char *name = lua_getupvalue(L, function, 1);
    if (!name) {
        lua_pop(L, 1);
        return;
    }
    lua_pop(L, 1);
    lua_rawgeti(L, LUA_REGISTRYINDEX, clua_of(L)->environment_factory);
    lua_insert(L, -2);
    if (lua_pcallk(L, 1, 1, 0, 0, NULL) == LUA_OK) lua_upvaluejoin(L, function, 1, -1, 1);
    lua_pop(L, 1);
}

/// A new chunk of the same code would need the parser; instead the chunk's _ENV is joined to a fresh one, which
/// leaves the closures of earlier runs with theirs.
static int run_fresh(lua_State *L) {
    clua_push_environment(L);
    clua_set_environment(L, 1);
    lua_callk(L, lua_gettop(L) - 1, LUA_MULTRET, 0, NULL);
    return lua_gettop(L);
}

int clua_run_fresh(lua_State *L, int arguments, int results) {
    lua_pushcfunction(L, run_fresh);
    lua_insert(L, -arguments - 2);
    return clua_run(L, arguments + 1, results);
}
