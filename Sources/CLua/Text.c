// tostring, without addresses.

#include "Boundary.h"

/// As luaL_tolstring, but an object is named by its type alone: an address would differ from run to run.
const char *clua_to_text(lua_State *L, int index, size_t *length) {
    index = lua_absindex(L, index);
    if (luaL_callmeta(L, index, "__tostring")) {
        if (!lua_isstring(L, -1)) luaL_error(L, "'__tostring' must return a string");
        return lua_tolstring(L, -1, length);
    }
    switch (lua_type(L, index)) {
        case LUA_TNUMBER:
        case LUA_TSTRING: lua_pushvalue(L, index); break;
        case LUA_TBOOLEAN: lua_pushstring(L, lua_toboolean(L, index) ? "true" : "false"); break;
        case LUA_TNIL: lua_pushliteral(L, "nil"); break;
        default:
            if (luaL_getmetafield(L, index, "__name") == LUA_TSTRING) break;
            lua_pushstring(L, luaL_typename(L, index));
    }
    return lua_tolstring(L, -1, length);
}

int clua_tostring(lua_State *L) {
    luaL_checkany(L, 1);
    clua_to_text(L, 1, NULL);
    return 1;
}
