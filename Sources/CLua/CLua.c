// The boundary: the interpreter's memory, the protected run, the trampoline, objects.

#include "Boundary.h"
#include <stdlib.h>
#include <string.h>

// ---- Memory --------------------------------------------------------------------------------------------------------

// Each block carries its number, so that objects can be ordered by age: addresses differ from run to run. The highest
// bit marks userdata that owns a Swift object.
#define HEADER sizeof(uint64_t)
#define OWNS ((uint64_t)1 << 63)

static inline uint64_t *header_of(void *block) { return (uint64_t *)((char *)block - HEADER); }

/// What malloc really takes for a block, so that the limit is one of the process's memory.
static inline size_t charge(size_t size) { return (size + HEADER + 8 + 15) & ~(size_t)15; }

// ---- What Lua owns of Swift -----------------------------------------------------------------------------------------

/// A userdata with a Swift object behind it. Finalizers would run it through a protected call each; instead the
/// allocator sees the userdata go.
typedef struct {
    clua_object shared;
    clua_release release;
} owner;

/// Called in the midst of a collection, where Swift must not run: the object waits for `clua_release_dead`.
static void give_up(clua_box *box, void *userdata) {
    owner *own = userdata;
    box->foreign -= own->shared.cost;
    if (box->dead_count == box->dead_size) {
        size_t size = box->dead_size ? 2 * box->dead_size : 64;
        clua_dead *dead = realloc(box->dead, size * sizeof *dead);
        if (!dead) return;  // a leak is the lesser evil
        box->dead = dead;
        box->dead_size = size;
    }
    box->dead[box->dead_count++] = (clua_dead){own->shared.object, own->release};
}

void clua_release_dead(clua_box *box) {
    bool enforced = box->enforced;
    box->enforced = false;
    while (box->dead_count) {
        clua_dead dead = box->dead[--box->dead_count];
        dead.release(dead.object);
    }
    box->enforced = enforced;
}

/// Pushes a userdata that owns `object`.
static void *push_owner(
    lua_State *L, size_t size, void *object, const void *type, size_t cost, clua_release release
) {
    clua_box *box = clua_of(L);
    owner *own = lua_newuserdatauv(L, size, 0);
    *own = (owner){{object, type, cost, ++box->made}, release};
    *header_of((char *)own - box->userdata_offset) |= OWNS;
    box->foreign += cost;
    return own;
}

static void *allocate(void *context, void *block, size_t old, size_t size) {
    clua_box *box = context;
    if (size == 0) {
        if (block) {
            if (*header_of(block) & OWNS) give_up(box, (char *)block + box->userdata_offset);
            box->used -= charge(old);
            free(header_of(block));
        }
        return NULL;
    }
    size_t before = block ? charge(old) : 0, after = charge(size);
    if (after > before && box->enforced) {
        if (box->fail_in == 1) {
            box->fail_in = box->fail_once ? 0 : 1;
            return NULL;
        }
        if (box->fail_in) box->fail_in--;
        if (after - before > box->limit || box->used + box->foreign > box->limit - (after - before)) return NULL;
    }
    char *place = block ? realloc((char *)block - HEADER, size + HEADER) : malloc(size + HEADER);
    if (!place) return NULL;
    if (!block) {
        *(uint64_t *)place = ++box->made;
        box->latest = place + HEADER;
    }
    if (!box->first) {
        box->first = place + HEADER;
        box->first_size = size;
    }
    box->used += after - before;
    if (box->used > box->peak) box->peak = box->used;
    return place + HEADER;
}

size_t clua_memory(lua_State *L) { return clua_of(L)->used + clua_of(L)->foreign; }
size_t clua_memory_peak(lua_State *L) { return clua_of(L)->peak; }
uint64_t clua_allocations_left(lua_State *L) { return clua_of(L)->fail_in; }

void clua_fail_allocation(lua_State *L, uint64_t n, bool once) {
    clua_of(L)->fail_in = n;
    clua_of(L)->fail_once = once;
}

uint64_t clua_age(lua_State *L, int index) {
    const char *place = lua_topointer(L, index);
    switch (lua_type(L, index)) {
        case LUA_TTABLE: break;
        case LUA_TUSERDATA: return ((clua_object *)lua_touserdata(L, index))->number;
        case LUA_TTHREAD: place -= LUA_EXTRASPACE; break;
        case LUA_TFUNCTION:
            if (lua_iscfunction(L, index)) {
                if (!lua_getupvalue(L, index, 1)) return (uint64_t)(place - (const char *)&clua_open);
                lua_pop(L, 1);
            }
            break;
        default: return 0;
    }
    return *(const uint64_t *)(place - HEADER) & ~OWNS;
}

/// Collects when objects hold much outside of Lua, which Lua's own pace does not see; raises when that did not help.
static void relieve(lua_State *L, clua_box *box) {
    lua_gc(L, LUA_GCCOLLECT);
    clua_release_dead(box);
    size_t taken = box->used + box->foreign;
    if (taken > box->limit) {
        clua_give_reason(box, CLUA_MEMORY);
        clua_raise_stop(L);
    }
    box->collect_at = box->foreign + (box->limit - taken) / 4;
}

// ---- Opening and closing -------------------------------------------------------------------------------------------

/// How far a userdata's bytes are behind the start of its block.
static int find_userdata_offset(lua_State *L) {
    clua_box *box = clua_of(L);
    char *userdata = lua_newuserdatauv(L, sizeof(owner), 0);
    box->userdata_offset = userdata - box->latest;
    return 0;
}

lua_State *clua_open(size_t memory, uint64_t nanoseconds, uint64_t seed) {
    clua_box *box = calloc(1, sizeof *box);
    if (!box) return NULL;
    box->limit = memory;
    box->collect_at = memory / 4;
    box->control = clua_new_switch(nanoseconds);
    lua_State *L = box->control ? lua_newstate(allocate, box) : NULL;
    if (!L) {
        if (box->control) clua_forget_switch(box->control);
        free(box);
        return NULL;
    }
    box->main = box->running = L;
    *(clua_box **)lua_getextraspace(L) = box;
    clua_seed(L, seed);
    lua_gc(L, LUA_GCSTOP);
    lua_pushcfunction(L, find_userdata_offset);
    if (lua_pcallk(L, 0, 0, 0, 0, NULL) != LUA_OK) {
        clua_close(L);
        return NULL;
    }
    lua_gc(L, LUA_GCRESTART);
    // Environments come and go with each trial: a longer pause between collections is cheaper, the limit still holds.
    lua_gc(L, LUA_GCINC, 400, 0, 0);
    lua_pushcfunction(L, clua_open_standard);
    if (lua_pcallk(L, 0, 0, 0, 0, NULL) != LUA_OK) {
        clua_close(L);
        return NULL;
    }
    return L;
}

void clua_close(lua_State *L) {
    clua_box *box = clua_of(L);
    clua_switch *control = box->control;
    lua_close(L);
    clua_release_dead(box);
    free(box->dead);
    free(box);
    clua_forget_switch(control);
}

// ---- The protected run ---------------------------------------------------------------------------------------------

/// Notes where the error was raised, while the frames still stand; makes nothing, so it cannot fail.
static int message_handler(lua_State *L) {
    if (!clua_of(L)->has_traceback) clua_note_traceback(L);
    return 1;
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
    if (status == LUA_ERRMEM) clua_give_reason(box, CLUA_MEMORY);
    int reason = clua_reason(box);
    clua_leave(L, &visit);
    if (reason != CLUA_OK) {
        lua_settop(L, base - 1);
        // The next run is to find the memory free.
        if (reason == CLUA_MEMORY && box->depth == 0) lua_gc(L, LUA_GCCOLLECT);
        return reason;
    }
    return status == LUA_OK ? CLUA_OK : CLUA_FAULT;
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

void clua_push_sandbox(lua_State *L) { lua_rawgeti(L, LUA_REGISTRYINDEX, clua_of(L)->sandbox); }

void clua_push_environment(lua_State *L) {
    lua_createtable(L, 0, 4);
    lua_pushliteral(L, "_G");
    lua_pushvalue(L, -2);
    lua_rawset(L, -3);
    lua_rawgeti(L, LUA_REGISTRYINDEX, clua_of(L)->environment_metatable);
    lua_setmetatable(L, -2);
}

/// Pops the environment and gives it to the function. The factory is `local e = ... return function() return e end`.
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

// ---- The trampoline ------------------------------------------------------------------------------------------------

typedef struct {
    owner owner;
    clua_body body;
} swift_function;

/// Swift's frame is gone when this raises.
static int call_swift(lua_State *L, swift_function *function) {
    clua_box *box = clua_of(L);
    bool enforced = box->enforced;
    box->enforced = false;
    int count = function->body(L, function->owner.shared.object);
    box->enforced = enforced;
    if (box->dead_count) clua_release_dead(box);
    if (clua_must_stop(box)) clua_raise_stop(L);
    if (count < 0) {
        if (count == CLUA_RAISE) {
            clua_push_position(L);
            lua_insert(L, -2);
            lua_concat(L, 2);
        }
        return lua_error(L);
    }
    if (box->foreign > box->collect_at || box->used + box->foreign > box->limit) relieve(L, box);
    return count;
}

static int trampoline(lua_State *L) { return call_swift(L, lua_touserdata(L, lua_upvalueindex(1))); }

void clua_push_function(lua_State *L, clua_body body, void *context, clua_release release) {
    swift_function *function = push_owner(L, sizeof *function, context, NULL, 0, release);
    function->body = body;
    lua_pushcclosure(L, trampoline, 1);
}

// ---- Objects -------------------------------------------------------------------------------------------------------

bool clua_push_object(lua_State *L, void *object, const void *type, size_t cost, clua_release release) {
    push_owner(L, sizeof(owner), object, type, cost, release);
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
        swift_function *function = lua_touserdata(L, -1);
        lua_settop(L, 2);
        return call_swift(L, function);
    }
    lua_settop(L, 2);
    return call_swift(L, lua_touserdata(L, lua_upvalueindex(3)));
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

// ---- Read-only views -----------------------------------------------------------------------------------------------

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

const char *clua_traceback(lua_State *L) { return clua_of(L)->traceback; }
