// load: text only, of limited size.

#include "Boundary.h"
#include <string.h>

enum { SOURCE_LIMIT = 256 * 1024, INDEXING_LIMIT = 32 * 1024 };

const char *clua_check_source(const char *text, size_t length) {
    if (length > SOURCE_LIMIT) return "a script may hold 256 KiB of text";
    int indexing = 0;
    for (size_t i = 0; i < length; i++) {
        bool digit = i + 1 < length && text[i + 1] >= '0' && text[i + 1] <= '9';
        if (text[i] == '[' || text[i] == ':' || (text[i] == '.' && !digit)) indexing++;
    }
    return indexing > INDEXING_LIMIT ? "a script may index 32768 times" : NULL;
}

/// The environment of the function that called: the one it would read a global from.
static void push_environment_of_caller(lua_State *L) {
    lua_Debug frame;
    if (lua_getstack(L, 1, &frame) && lua_getinfo(L, "f", &frame)) {
        const char *name;
        for (int i = 1; (name = lua_getupvalue(L, -1, i)) != NULL; i++) {
            if (strcmp(name, "_ENV") == 0) return;
            lua_pop(L, 1);
        }
    }
    clua_push_environment(L);
}

/// load(text or function, name, mode, environment): text only, of at most 256 KiB.
static int base_load(lua_State *L) {
    bool has_environment = !lua_isnone(L, 4);
    lua_settop(L, 4);
    if (!lua_isstring(L, 1)) {
        luaL_checktype(L, 1, LUA_TFUNCTION);
        luaL_Buffer text;
        size_t total = 0;
        luaL_buffinit(L, &text);
        for (;;) {
            size_t length;
            lua_pushvalue(L, 1);
            lua_callk(L, 0, 1, 0, NULL);
            if (lua_isnil(L, -1)) break;
            if (!lua_isstring(L, -1)) luaL_error(L, "reader function must return a string");
            lua_tolstring(L, -1, &length);
            if (length == 0) break;
            total += length;
            luaL_addvalue(&text);
            if (total > SOURCE_LIMIT) {
                lua_pushnil(L);
                break;
            }
        }
        lua_pop(L, 1);
        luaL_pushresult(&text);
        lua_replace(L, 1);
        if (lua_isnil(L, 2)) {
            lua_pushliteral(L, "=(load)");
            lua_replace(L, 2);
        }
    }
    size_t length;
    const char *text = lua_tolstring(L, 1, &length);
    const char *name = luaL_optstring(L, 2, text);
    const char *mode = luaL_optstring(L, 3, "t");
    const char *fault = strchr(mode, 't') ? clua_check_source(text, length) : "only text can be loaded";
    if (fault) {
        lua_pushnil(L);
        lua_pushstring(L, fault);
        return 2;
    }
    if (luaL_loadbufferx(L, text, length, name, "t") != LUA_OK) {
        lua_pushnil(L);
        lua_insert(L, -2);
        return 2;
    }
    if (has_environment) {
        lua_pushvalue(L, 4);
        if (!lua_setupvalue(L, 5, 1)) lua_pop(L, 1);
    } else {
        push_environment_of_caller(L);
        if (!lua_setupvalue(L, 5, 1)) lua_pop(L, 1);
        lua_settop(L, 5);
    }
    return 1;
}

void clua_open_load(lua_State *L) {
    static const luaL_Reg own[] = {{"load", base_load}, {NULL, NULL}};
    luaL_setfuncs(L, own, 0);
}
