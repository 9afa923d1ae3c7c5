#pragma once

// Lua's C interface for Swift, and the boundary between the two.
//
// Lua raises errors with longjmp, which must never cross a Swift frame. The manual marks each C function with what it
// may raise; that gives three classes and one rule each:
//
//   '-'        never            lua_type lua_tonumberx lua_toboolean lua_rawget lua_touserdata lua_pushnumber
//                               lua_setmetatable lua_checkstack luaL_loadbufferx lua_pcallk
//                               Swift calls them directly.
//   'm'        memory only      lua_tolstring lua_pushlstring lua_createtable lua_rawset lua_newuserdatauv luaL_ref
//                               Swift calls them directly, because the memory limit is off whenever Swift is running.
//   'e', 'v'   anything         lua_getfield lua_setglobal lua_compare lua_next luaL_check... lua_error
//                               Never from Swift: only in C, or in Lua code, under clua_run.
//
// lua_settop (and so clua_pop) is 'e' only for to-be-closed variables, which this shim never makes. Before pushing
// more than a few values: lua_checkstack.

#include <lua5.4/lua.h>
#include <lua5.4/lauxlib.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// ---- Macros as functions -------------------------------------------------------------------------------------------

static inline void clua_pop(lua_State *L, int count) { lua_settop(L, -count - 1); }
static inline void clua_remove(lua_State *L, int index) { lua_rotate(L, index, -1); lua_settop(L, -2); }
static inline void clua_insert(lua_State *L, int index) { lua_rotate(L, index, 1); }
static inline int clua_registry_index(void) { return LUA_REGISTRYINDEX; }
static inline double clua_to_number(lua_State *L, int index) { return lua_tonumberx(L, index, NULL); }

// ---- One interpreter -----------------------------------------------------------------------------------------------

/// Opens an interpreter whose Lua code may hold `memory` bytes, runs for `nanoseconds` at a time, and draws its random
/// numbers from `seed`. NULL when there is no memory for it.
lua_State *clua_open(size_t memory, uint64_t nanoseconds, uint64_t seed);

void clua_close(lua_State *L);

/// Bytes that the interpreter and the objects it holds take now.
size_t clua_memory(lua_State *L);

/// The largest number of bytes it took so far.
size_t clua_memory_peak(lua_State *L);

/// For tests: the `n`-th allocation from now that Lua code asks for fails, and all later ones unless `once`; 0: none.
void clua_fail_allocation(lua_State *L, uint64_t n, bool once);
uint64_t clua_allocations_left(lua_State *L);

/// Starts the random numbers of `math.random` again from `seed`.
void clua_seed(lua_State *L, uint64_t seed);

void clua_set_time(lua_State *L, uint64_t nanoseconds);

// ---- The protected run: the only way from Swift into code that may raise -------------------------------------------

enum {
    CLUA_OK = 0,
    CLUA_FAULT = 1,    // the error value is on the stack
    CLUA_TIMEOUT = 2,  // stopped by the watchdog
    CLUA_STOPPED = 3,  // stopped by clua_stop
    CLUA_MEMORY = 4,   // over the memory limit
    CLUA_DEPTH = 5,    // calls inside calls beyond what the stack holds
};

/// Calls the function below `arguments` values. Leaves `results` values, or one error value for CLUA_FAULT, or
/// nothing. A call inside a call is fine.
int clua_run(lua_State *L, int arguments, int results);

/// Parses text into the function on top; else a status, and a message there. Stops where the run in progress is to.
int clua_load(lua_State *L, const char *text, size_t length, const char *name);

/// Runs the chunk below `arguments` values in a fresh environment that reads through to the sandbox.
int clua_run_fresh(lua_State *L, int arguments, int results);

/// Makes the calls until `clua_end` one run: one time limit for them together. False when stopped already.
bool clua_begin(lua_State *L);
void clua_end(lua_State *L);

/// Whether the run in progress is to end: one of the reasons above, or CLUA_OK.
int clua_stop_reason(lua_State *L);

/// Where the last run failed: Lua frames only, the innermost first, a line each; valid until the next run.
const char *clua_traceback(lua_State *L);

// ---- Swift functions and objects in Lua ----------------------------------------------------------------------------

/// A Swift function: returns the count of its results, or one of the two below with a message on the stack.
typedef int (*clua_body)(lua_State *L, void *context);
typedef void (*clua_release)(void *context);

enum {
    CLUA_RAISE = -1,     // raise the message with the script's position before it
    CLUA_RAISE_AS = -2,  // raise the value as it is
};

/// Pushes a function that calls `body`; `release` frees the context when the collector takes the function. ('m')
void clua_push_function(lua_State *L, clua_body body, void *context, clua_release release);

/// A Swift object as userdata. All userdata that scripts see have this shape.
typedef struct clua_object {
    void *object;
    const void *type;
    size_t cost;
    uint64_t number;
} clua_object;

/// Pushes a retained Swift object; false if `clua_make_type` and `clua_set_type` are still to follow. `cost` bytes
/// outside of Lua count against the memory limit until the collector takes it. ('m')
bool clua_push_object(lua_State *L, void *object, const void *type, size_t cost, clua_release release);

/// Gives the object on top its metatable. ('-')
static inline void clua_set_type(lua_State *L, const void *type) {
    lua_rawgetp(L, LUA_REGISTRYINDEX, type);
    lua_setmetatable(L, -2);
}

/// The Swift object at `index` if it is one of this type, or NULL.
static inline void *clua_to_object(lua_State *L, int index, const void *type) {
    clua_object *box = (clua_object *)lua_touserdata(L, index);
    return box && box->type == type ? box->object : NULL;
}

/// The type of the object at `index`, or NULL if it is none.
static inline const void *clua_type_of(lua_State *L, int index) {
    if (lua_type(L, index) != LUA_TUSERDATA) return NULL;
    return ((clua_object *)lua_touserdata(L, index))->type;
}

/// From three tables on the stack (metamethods by name, methods by name, field readers by name) makes the metatable of
/// a type. `__index` of the metamethods answers for keys that are neither. ('m')
void clua_make_type(lua_State *L, const void *type, const char *name);

/// Replaces the table on top by a read-only view of it named `name`. ('m')
void clua_seal(lua_State *L, const char *name);

/// Replaces nothing: pushes a stand-in for an absent library or function whose use raises `reason`. ('m')
void clua_push_absent(lua_State *L, const char *name, const char *reason, bool library);

/// Puts Lua's own `io` and `os` into the sandbox, for programs that their user trusts. A lua_CFunction.
int clua_open_system(lua_State *L);

/// Pushes the table that environments read through to. ('-')
void clua_push_sandbox(lua_State *L);

/// Pushes a new environment that reads through to the sandbox. ('m')
void clua_push_environment(lua_State *L);

/// Makes the environment on top the one that the function at `function` and its later closures read. ('m')
void clua_set_environment(lua_State *L, int function);

/// Text of the value at `index` as a script's `tostring` gives it, pushed; run it under clua_run. A lua_CFunction.
int clua_tostring(lua_State *L);

enum { CLUA_FEW = 16 };

/// Pushes the keys of the table at `index` in their fixed order and returns their count: each on its own up to
/// CLUA_FEW, for which there must be room and two more, and then `apart` is true; else in an array. ('m')
int64_t clua_push_keys(lua_State *L, int index, bool *apart);

// ---- Stopping from outside -----------------------------------------------------------------------------------------

/// The part of an interpreter that other threads may touch; it outlives the interpreter while somebody holds it.
typedef struct clua_switch clua_switch;

clua_switch *clua_retain_switch(lua_State *L);
void clua_release_switch(clua_switch *s);

/// Ends the run in progress and refuses later ones until `clua_allow`. From any thread.
void clua_stop(clua_switch *s);
void clua_allow(clua_switch *s);
bool clua_is_stopped(clua_switch *s);

/// For a process that is there for one script: a run that does not end though it was told to, as no thread can make it,
/// ends the process with `sentence` on standard error and this exit code, or silently with the other one after
/// `clua_stop`. The sentence must live for ever.
void clua_end_process_on_overrun(const char *sentence, int limit, int stopped);

/// For tests: interpreters that the watchdog looks after now.
int clua_watched(void);

#include "Cursor.h"
