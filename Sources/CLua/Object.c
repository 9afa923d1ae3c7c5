// Swift objects as userdata: their metatables, methods, fields and operators.

#include "Boundary.h"

bool clua_push_object(lua_State *L, void *object, const void *type, size_t cost, clua_release release) {
    clua_push_owner(L, sizeof(clua_owner), object, type, cost, release);
    bool known = lua_rawgetp(L, LUA_REGISTRYINDEX, type) == LUA_TTABLE;
    if (known)
        lua_setmetatable(L, -2);
    else
        lua_pop(L, 1);
    return known;
}

/// __index of every type: a method, else a field read now, else what the type says about other keys.
static int index_object(lua_State *L) {
    lua_settop(L, 2);
    lua_pushvalue(L, 2);
    if (lua_rawget(L, lua_upvalueindex(1)) != LUA_TNIL) return 1;
    lua_settop(L, 2);
    lua_pushvalue(L, 2);
    if (lua_rawget(L, lua_upvalueindex(2)) == LUA_TUSERDATA) {
        clua_function *function = lua_touserdata(L, -1);
        lua_settop(L, 2);
        return clua_call_swift(L, function);
    }
    lua_settop(L, 2);
    return clua_call_swift(L, lua_touserdata(L, lua_upvalueindex(3)));
}

/// The userdata behind the Swift function on top takes its place: `index_object` calls it without a Lua call.
static void unwrap(lua_State *L) {
    lua_getupvalue(L, -1, 1);
    lua_remove(L, -2);
}

void clua_make_type(lua_State *L, const void *type, const char *name) {
    int fields = lua_gettop(L), methods = fields - 1, metatable = fields - 2;
    lua_pushvalue(L, methods);
    lua_createtable(L, 0, 8);
    lua_pushnil(L);
    while (lua_next(L, fields)) {
        unwrap(L);
        lua_pushvalue(L, -2);
        lua_insert(L, -2);
        lua_rawset(L, -4);
    }
    lua_pushliteral(L, "__index");
    lua_rawget(L, metatable);
    unwrap(L);
    lua_pushliteral(L, "__index");
    lua_insert(L, -4);
    lua_pushcclosure(L, index_object, 3);
    lua_rawset(L, metatable);

    lua_pushliteral(L, "__name");
    lua_pushstring(L, name);
    lua_rawset(L, metatable);
    lua_pushliteral(L, "__metatable");
    lua_pushboolean(L, 0);
    lua_rawset(L, metatable);
    lua_settop(L, metatable);
    lua_rawsetp(L, LUA_REGISTRYINDEX, type);
}
