// coroutine.resume, wrap and close: they tell the signal's handler which coroutine runs, and pass a stop on.

#include "Boundary.h"

static lua_State *coroutine_at(lua_State *L, int argument) {
    lua_State *thread = lua_tothread(L, argument);
    luaL_argexpected(L, thread, argument, "coroutine");
    return thread;
}

/// Whether the coroutine can be resumed; else pushes why not.
static bool can_resume(lua_State *L, lua_State *thread) {
    lua_Debug frame;
    if (lua_status(thread) == LUA_YIELD) return true;
    if (thread != L && lua_status(thread) == LUA_OK && !lua_getstack(thread, 0, &frame) && lua_gettop(thread) > 0)
        return true;
    bool alive = thread == L || (lua_status(thread) == LUA_OK && lua_getstack(thread, 0, &frame));
    lua_pushstring(L, alive ? "cannot resume non-suspended coroutine" : "cannot resume dead coroutine");
    return false;
}

/// The count of results, or -1 and the error value.
static int resume(lua_State *L, lua_State *thread, int arguments) {
    clua_box *box = clua_of(L);
    if (!can_resume(L, thread)) return -1;
    if (!lua_checkstack(thread, arguments)) {
        lua_pushliteral(L, "too many arguments to resume");
        return -1;
    }
    lua_xmove(L, thread, arguments);
    int results;
    box->running = thread;
    // A signal before this line armed the coroutine that leaves; look before the other one starts.
    if (clua_must_stop(box)) {
        box->running = L;
        clua_raise_stop(L);
    }
    int status = lua_resume(thread, L, arguments, &results);
    box->running = L;
    clua_pass_on_stop(L, thread, status);
    if (status != LUA_OK && status != LUA_YIELD) {
        lua_xmove(thread, L, 1);
        return -1;
    }
    if (!lua_checkstack(L, results + 1)) {
        lua_settop(thread, -results - 1);
        lua_pushliteral(L, "too many results to resume");
        return -1;
    }
    lua_xmove(thread, L, results);
    return results;
}

static int coroutine_resume(lua_State *L) {
    lua_State *thread = coroutine_at(L, 1);
    int results = resume(L, thread, lua_gettop(L) - 1);
    lua_pushboolean(L, results >= 0);
    if (results < 0) results = 1;
    lua_insert(L, -results - 1);
    return results + 1;
}

/// Closing runs `__close` handlers, which may close other coroutines: Debian's Lua does not count that depth itself.
static int close(lua_State *L, lua_State *thread) {
    enum { DEEPEST = 10 };
    clua_box *box = clua_of(L);
    if (box->closing >= DEEPEST) clua_raise(L, "coroutines are closed inside one another too deeply");
    box->closing++;
    box->running = thread;
    int status = lua_resetthread(thread);
    box->running = L;
    box->closing--;
    clua_pass_on_stop(L, thread, status);
    return status;
}

static int coroutine_close(lua_State *L) {
    lua_Debug frame;
    lua_State *thread = coroutine_at(L, 1);
    bool dead_or_suspended = thread != L && (lua_status(thread) != LUA_OK || !lua_getstack(thread, 0, &frame));
    if (!dead_or_suspended) return clua_raise(L, "cannot close a running coroutine");
    if (close(L, thread) == LUA_OK) {
        lua_pushboolean(L, 1);
        return 1;
    }
    lua_pushboolean(L, 0);
    lua_xmove(thread, L, 1);
    return 2;
}

static int call_wrapped(lua_State *L) {
    lua_State *thread = lua_tothread(L, lua_upvalueindex(1));
    if (!can_resume(L, thread)) return clua_raise(L, "%s", lua_tostring(L, -1));
    int results = resume(L, thread, lua_gettop(L));
    if (results >= 0) return results;
    int status = lua_status(thread);
    if (status != LUA_OK && status != LUA_YIELD && close(L, thread) != LUA_OK) lua_xmove(thread, L, 1);
    return lua_error(L);
}

static int coroutine_wrap(lua_State *L) {
    luaL_checktype(L, 1, LUA_TFUNCTION);
    lua_State *thread = lua_newthread(L);
    lua_pushvalue(L, 1);
    lua_xmove(L, thread, 1);
    lua_pushcclosure(L, call_wrapped, 1);
    return 1;
}

void clua_open_coroutine(lua_State *L) {
    static const luaL_Reg own[] = {
        {"resume", coroutine_resume}, {"wrap", coroutine_wrap}, {"close", coroutine_close}, {NULL, NULL},
    };
    lua_getfield(L, -1, "coroutine");
    luaL_setfuncs(L, own, 0);
    lua_pop(L, 1);
}
