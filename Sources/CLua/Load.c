// load: text only, of limited size.

#include "Boundary.h"
#include <string.h>

enum { SOURCE_LIMIT = 256 * 1024 };

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

// ---- The parser ----------------------------------------------------------------------------------------------------

typedef struct {
    const char *text, *name;
    size_t left;
} source;

/// A piece at a time, so that a text on which the parser takes long can be stopped: it ends there.
static const char *next_piece(lua_State *L, void *context, size_t *size) {
    enum { PIECE = 256 };
    source *from = context;
    *size = clua_must_stop(clua_of(L)) ? 0 : from->left < PIECE ? from->left : PIECE;
    const char *piece = from->text;
    from->text += *size;
    from->left -= *size;
    return piece;
}

/// A function of its own, so that an error that the parser raises and the script may catch meets no message handler.
static int parse(lua_State *L) {
    source *from = lua_touserdata(L, 1);
    lua_pushinteger(L, lua_load(L, next_piece, from, from->name, "t"));
    return 2;
}

int clua_load(lua_State *L, const char *text, size_t length, const char *name) {
    if (length > SOURCE_LIMIT) {
        lua_pushliteral(L, "a script may hold 256 KiB of text");
        return LUA_ERRSYNTAX;
    }
    source from = {text, name, length};
    lua_pushcfunction(L, parse);
    lua_pushlightuserdata(L, &from);
    int status = lua_pcallk(L, 1, 2, 0, 0, NULL);
    if (status != LUA_OK) return status;
    status = (int)lua_tointegerx(L, -1, NULL);
    lua_pop(L, 1);
    size_t line;
    const char *fault = status == LUA_OK ? clua_inspect(L, &line) : NULL;
    if (!fault) return status;
    lua_Debug chunk;
    lua_getinfo(L, ">S", &chunk);
    lua_pushfstring(
        L, "%s:%d: in the function that begins here, %s", chunk.short_src, line ? (int)line : 1, fault);
    return LUA_ERRSYNTAX;
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
    if (!strchr(mode, 't')) {
        lua_pushnil(L);
        lua_pushliteral(L, "only text can be loaded");
        return 2;
    }
    int status = clua_load(L, text, length, name);
    if (status == LUA_ERRMEM) clua_give_reason(clua_of(L), CLUA_MEMORY);
    clua_poll(L);
    if (status != LUA_OK) {
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
