// Tables that scripts can read and not change, and stand-ins that say why something is absent.

#include "Boundary.h"

static const char sealed_key;

static int refuse_store(lua_State *L) {
    const char *key = lua_type(L, 2) == LUA_TSTRING ? lua_tostring(L, 2) : "…";
    return clua_raise(
        L, "%s.%s cannot be set: the libraries are read-only", lua_tostring(L, lua_upvalueindex(1)), key);
}

static int pairs_of_view(lua_State *L) {
    lua_settop(L, 0);
    lua_pushvalue(L, lua_upvalueindex(1));
    return clua_pairs(L);
}

void clua_seal(lua_State *L, const char *name) {
    int table = lua_gettop(L);
    lua_createtable(L, 0, 0);
    lua_createtable(L, 0, 6);
    lua_pushvalue(L, table);
    lua_setfield(L, -2, "__index");
    lua_pushstring(L, name);
    lua_pushcclosure(L, refuse_store, 1);
    lua_setfield(L, -2, "__newindex");
    lua_pushvalue(L, table);
    lua_pushcclosure(L, pairs_of_view, 1);
    lua_setfield(L, -2, "__pairs");
    lua_pushboolean(L, 0);
    lua_setfield(L, -2, "__metatable");
    lua_pushstring(L, name);
    lua_setfield(L, -2, "__name");
    lua_pushboolean(L, 1);
    lua_rawsetp(L, -2, &sealed_key);
    lua_setmetatable(L, -2);
    lua_remove(L, table);
}

bool clua_is_sealed(lua_State *L, int index) {
    if (!lua_getmetatable(L, index)) return false;
    bool sealed = lua_rawgetp(L, -1, &sealed_key) != LUA_TNIL;
    lua_pop(L, 2);
    return sealed;
}

void clua_check_writable(lua_State *L, int argument) {
    luaL_checktype(L, argument, LUA_TTABLE);
    luaL_argcheck(L, !clua_is_sealed(L, argument), argument, "the libraries are read-only");
}

static int refuse_absent(lua_State *L) {
    const char *name = lua_tostring(L, lua_upvalueindex(1));
    const char *reason = lua_tostring(L, lua_upvalueindex(2));
    if (lua_toboolean(L, lua_upvalueindex(3)) && lua_type(L, 2) == LUA_TSTRING)
        return clua_raise(L, "%s.%s is not available to strategies: %s", name, lua_tostring(L, 2), reason);
    return clua_raise(L, "%s is not available to strategies: %s", name, reason);
}

void clua_push_absent(lua_State *L, const char *name, const char *reason, bool library) {
    lua_pushstring(L, name);
    lua_pushstring(L, reason);
    lua_pushboolean(L, library);
    lua_pushcclosure(L, refuse_absent, 3);
    if (!library) return;
    lua_createtable(L, 0, 0);
    lua_createtable(L, 0, 4);
    lua_pushvalue(L, -3);
    lua_setfield(L, -2, "__index");
    lua_pushvalue(L, -3);
    lua_setfield(L, -2, "__newindex");
    lua_pushboolean(L, 0);
    lua_setfield(L, -2, "__metatable");
    lua_pushboolean(L, 1);
    lua_rawsetp(L, -2, &sealed_key);
    lua_setmetatable(L, -2);
    lua_remove(L, -2);
}
