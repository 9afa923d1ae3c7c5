// Lua's own functions as scripts see them: the base functions, and which libraries there are.

#include "Boundary.h"
#include <lua5.4/lualib.h>
#include <stdio.h>
#include <string.h>

// ---- Positions and tracebacks --------------------------------------------------------------------------------------

void clua_push_position(lua_State *L) {
    lua_Debug frame;
    for (int level = 1; lua_getstack(L, level, &frame); level++) {
        lua_getinfo(L, "Sl", &frame);
        if (frame.currentline > 0) {
            lua_pushfstring(L, "%s:%d: ", frame.short_src, frame.currentline);
            return;
        }
    }
    lua_pushliteral(L, "");
}

int clua_raise(lua_State *L, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    clua_push_position(L);
    lua_pushvfstring(L, format, arguments);
    va_end(arguments);
    lua_concat(L, 2);
    return lua_error(L);
}

/// Lua frames only, the innermost twenty; allocates nothing, so it serves when memory is out.
void clua_note_traceback(lua_State *L) {
    clua_box *box = clua_of(L);
    char *place = box->traceback, *end = place + sizeof box->traceback;
    int shown = 0;
    lua_Debug frame;
    *place = 0;
    for (int level = 0; lua_getstack(L, level, &frame) && shown < 20; level++) {
        lua_getinfo(L, "Sln", &frame);
        if (frame.currentline <= 0) continue;
        const char *name = *frame.what == 'm' ? "main chunk" : frame.name ? frame.name : "a function";
        int length = snprintf(place, (size_t)(end - place), "%s:%d: in %s\n", frame.short_src, frame.currentline, name);
        if (length >= end - place) {
            *place = 0;
            break;
        }
        place += length;
        shown++;
    }
}

// ---- Protected calls that cannot swallow a stop --------------------------------------------------------------------

void clua_pass_on_stop(lua_State *L, int status) {
    clua_box *box = clua_of(L);
    if (status == LUA_ERRMEM) clua_give_reason(box, CLUA_MEMORY);
    if (clua_must_stop(box)) clua_raise_stop(L);
}

static int finish_pcall(lua_State *L, int status, lua_KContext extra) {
    clua_pass_on_stop(L, status);
    if (status != LUA_OK && status != LUA_YIELD) {
        lua_pushboolean(L, 0);
        lua_pushvalue(L, -2);
        return 2;
    }
    return lua_gettop(L) - (int)extra;
}

static int base_pcall(lua_State *L) {
    luaL_checkany(L, 1);
    lua_pushboolean(L, 1);
    lua_insert(L, 1);
    int status = lua_pcallk(L, lua_gettop(L) - 2, LUA_MULTRET, 0, 0, finish_pcall);
    return finish_pcall(L, status, 0);
}

/// Lua calls a message handler where the error was raised, with hooks off; here it runs after unwinding, as any code
/// does. `extra` tells whether it has run already.
static int finish_xpcall(lua_State *L, int status, lua_KContext extra) {
    clua_pass_on_stop(L, status);
    if (status != LUA_OK && status != LUA_YIELD && !extra) {
        lua_pushboolean(L, 0);  // function, handler, true, error -> function, handler, false, handler, error
        lua_replace(L, 3);
        lua_pushvalue(L, 2);
        lua_insert(L, 4);
        return finish_xpcall(L, lua_pcallk(L, 1, LUA_MULTRET, 0, 1, finish_xpcall), 1);
    }
    return lua_gettop(L) - 2;
}

static int base_xpcall(lua_State *L) {
    int count = lua_gettop(L);
    luaL_checktype(L, 2, LUA_TFUNCTION);
    lua_pushboolean(L, 1);
    lua_pushvalue(L, 1);
    lua_rotate(L, 3, 2);
    int status = lua_pcallk(L, count - 2, LUA_MULTRET, 0, 0, finish_xpcall);
    return finish_xpcall(L, status, 0);
}

// ---- Metatables ----------------------------------------------------------------------------------------------------

static const char *const refused[] = {"__gc", "__mode", "__concat", NULL};
static const char *const reasons[] = {
    "scripts have no finalizers", "scripts have no weak tables", "use a function or __tostring instead",
};

static void check_event(lua_State *L, const char *event) {
    for (int i = 0; refused[i]; i++)
        if (strcmp(event, refused[i]) == 0)
            clua_raise(L, "%s is not available to strategies: %s", event, reasons[i]);
}

static int base_setmetatable(lua_State *L) {
    luaL_checktype(L, 1, LUA_TTABLE);
    int type = lua_type(L, 2);
    luaL_argexpected(L, type == LUA_TNIL || type == LUA_TTABLE, 2, "nil or table");
    if (luaL_getmetafield(L, 1, "__metatable") != LUA_TNIL)
        return clua_raise(L, "cannot change a protected metatable");
    for (int i = 0; type == LUA_TTABLE && refused[i]; i++) {
        lua_pushstring(L, refused[i]);
        if (lua_rawget(L, 2) != LUA_TNIL) check_event(L, refused[i]);
        lua_pop(L, 1);
    }
    lua_settop(L, 2);
    lua_setmetatable(L, 1);
    return 1;
}

static int base_rawset(lua_State *L) {
    clua_check_writable(L, 1);
    luaL_checkany(L, 2);
    luaL_checkany(L, 3);
    if (lua_type(L, 2) == LUA_TSTRING) check_event(L, lua_tostring(L, 2));
    lua_settop(L, 3);
    lua_rawset(L, 1);
    return 1;
}

/// The library's own buffers are freed by a finalizer; that one goes by the new name.
static void keep_buffer_finalizer(lua_State *L, const char *name, size_t length) {
    luaL_Buffer buffer;
    luaL_buffinitsize(L, &buffer, 2 * LUAL_BUFFERSIZE);  // makes the metatable
    luaL_pushresultsize(&buffer, 0);
    lua_pop(L, 1);
    if (luaL_getmetatable(L, "_UBOX*") == LUA_TTABLE) {
        lua_pushlstring(L, name, length);
        lua_getfield(L, -2, "__gc");
        lua_rawset(L, -3);
    }
    lua_pop(L, 1);
}

/// A weak table crashes this Lua under a memory limit, `__concat` crashes Debian's build of it, and a finalizer runs
/// where nothing can stop it. `setmetatable` refuses them, but a key set later in a metatable would get by. So the
/// interpreter is made to look for other names, which no script can know. Lua keeps the names of its events in a row
/// of its global state; the row is searched for, and left alone should it not be found as expected.
void clua_hide_events(lua_State *L) {
    static const char *const events[] = {
        "__index", "__newindex", "__gc",   "__mode", "__len", "__eq",  "__add", "__sub",    "__mul",
        "__mod",   "__pow",      "__div",  "__idiv", "__band", "__bor", "__bxor", "__shl",  "__shr",
        "__unm",   "__bnot",     "__lt",   "__le",   "__concat", "__call", "__close",
    };
    enum { COUNT = sizeof events / sizeof events[0] };
    static const int hidden[] = {3, 22, 2};
    clua_box *box = clua_of(L);
    uintptr_t names[COUNT];
    const size_t contents = 24;  // a string's bytes behind its header
    for (int i = 0; i < COUNT; i++) {
        names[i] = (uintptr_t)lua_pushstring(L, events[i]) - contents;
        lua_pop(L, 1);
    }
    uintptr_t *row = (uintptr_t *)box->first, *end = (uintptr_t *)(box->first + box->first_size);
    for (; row + COUNT <= end && memcmp(row, names, sizeof names) != 0; row++) continue;
    if (row + COUNT <= end) {
        for (int i = 0; i < 3; i++) {
            char name[32];
            int length = snprintf(
                name, sizeof name, "%c%016llx%d", 27, (unsigned long long)((uintptr_t)box * 0x9E3779B97F4A7C15u), i);
            row[hidden[i]] = (uintptr_t)lua_pushlstring(L, name, (size_t)length) - contents;
            luaL_ref(L, LUA_REGISTRYINDEX);
            if (i == 2) keep_buffer_finalizer(L, name, (size_t)length);
        }
    }
}

// ---- Text ----------------------------------------------------------------------------------------------------------

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

// ---- Loading -------------------------------------------------------------------------------------------------------

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

static int base_collectgarbage(lua_State *L) {
    const char *what = luaL_optstring(L, 1, "collect");
    if (strcmp(what, "count") != 0)
        return clua_raise(L, "collectgarbage(\"%s\") is not available to strategies: memory is looked after", what);
    lua_pushnumber(L, (double)clua_memory(L) / 1024);
    return 1;
}

// ---- Opening -------------------------------------------------------------------------------------------------------

/// Copies the named fields of the table at `from` to the table on top.
static void keep(lua_State *L, int from, const char *const *names) {
    for (; *names; names++) {
        lua_getfield(L, from, *names);
        lua_setfield(L, -2, *names);
    }
}

void clua_open_base(lua_State *L) {
    static const char *const kept[] = {
        "assert", "error", "getmetatable", "ipairs", "rawequal", "rawget", "rawlen", "select", "tonumber", "type",
        "_VERSION", NULL,
    };
    static const luaL_Reg own[] = {
        {"pcall", base_pcall}, {"xpcall", base_xpcall}, {"setmetatable", base_setmetatable}, {"rawset", base_rawset},
        {"tostring", clua_tostring}, {"load", base_load}, {"collectgarbage", base_collectgarbage}, {NULL, NULL},
    };
    lua_pushcfunction(L, luaopen_base);
    lua_callk(L, 0, 1, 0, NULL);
    lua_insert(L, -2);
    keep(L, lua_gettop(L) - 1, kept);
    luaL_setfuncs(L, own, 0);
    lua_remove(L, -2);
}

static void open_library(lua_State *L, const char *name, lua_CFunction open, const char *const *kept) {
    lua_pushcfunction(L, open);
    lua_callk(L, 0, 1, 0, NULL);
    int library = lua_gettop(L);
    lua_createtable(L, 0, 24);
    keep(L, library, kept);
    lua_remove(L, library);
    lua_setfield(L, -2, name);
}

int clua_open_standard(lua_State *L) {
    static const char *const math[] = {
        "abs", "acos", "asin", "atan", "ceil", "cos", "deg", "exp", "floor", "fmod", "huge", "log", "max", "maxinteger",
        "min", "mininteger", "modf", "pi", "rad", "sin", "sqrt", "tan", "tointeger", "type", "ult", NULL,
    };
    static const char *const string[] = {
        "byte", "char", "find", "format", "gmatch", "gsub", "len", "lower", "match", "pack", "packsize", "rep",
        "reverse", "sub", "unpack", "upper", NULL,
    };
    static const char *const table[] = {"concat", "insert", "move", "pack", "remove", "sort", "unpack", NULL};
    static const char *const utf8[] = {"char", "charpattern", "codepoint", "codes", "len", "offset", NULL};
    static const char *const coroutine[] = {"create", "isyieldable", "running", "status", "yield", NULL};
    clua_box *box = clua_of(L);
    clua_hide_events(L);
    lua_createtable(L, 0, 40);
    clua_open_base(L);
    open_library(L, "math", luaopen_math, math);
    open_library(L, "string", luaopen_string, string);
    open_library(L, "table", luaopen_table, table);
    open_library(L, "utf8", luaopen_utf8, utf8);
    open_library(L, "coroutine", luaopen_coroutine, coroutine);
    clua_open_order(L);
    clua_open_coroutine(L);
    clua_open_string(L);
    clua_open_table(L);
    clua_open_random(L);

    // Strings find their methods in the library itself, which no script can reach by another way.
    lua_pushliteral(L, "");
    lua_getmetatable(L, -1);
    lua_getfield(L, 1, "string");
    lua_setfield(L, -2, "__index");
    lua_pushboolean(L, 0);
    lua_setfield(L, -2, "__metatable");
    lua_settop(L, 1);
    static const char *const libraries[] = {"math", "string", "table", "utf8", "coroutine", NULL};
    for (int i = 0; libraries[i]; i++) {
        lua_getfield(L, 1, libraries[i]);
        clua_seal(L, libraries[i]);
        lua_setfield(L, 1, libraries[i]);
    }

    // What luaopen_base left as globals is out of reach from here on.
    lua_createtable(L, 0, 0);
    lua_rawseti(L, LUA_REGISTRYINDEX, LUA_RIDX_GLOBALS);

    lua_createtable(L, 0, 2);
    lua_pushvalue(L, 1);
    lua_setfield(L, -2, "__index");
    lua_pushboolean(L, 0);
    lua_setfield(L, -2, "__metatable");
    box->environment_metatable = luaL_ref(L, LUA_REGISTRYINDEX);

    static const char factory[] = "local e = ... return function() return e end";
    if (luaL_loadbufferx(L, factory, sizeof factory - 1, "=environment", "t") != LUA_OK) return lua_error(L);
    box->environment_factory = luaL_ref(L, LUA_REGISTRYINDEX);
    box->sandbox = luaL_ref(L, LUA_REGISTRYINDEX);
    return 0;
}
