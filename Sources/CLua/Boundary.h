#pragma once

// What the C files of this target share and Swift does not see.

#include "CLua.h"
#include <stdatomic.h>

/// The run's entry and exit for other threads and the signal handler.
typedef struct clua_visit {
    struct clua_box *outer;
    lua_State *running;
    bool enforced;
} clua_visit;

/// A Swift object that Lua holds no longer.
typedef struct {
    void *object;
    clua_release release;
} clua_dead;

/// One interpreter's own data; found from any of its coroutines through Lua's extra space.
typedef struct clua_box {
    lua_State *main;
    lua_State *volatile running;  // the coroutine that runs now; the signal handler reads it
    clua_switch *control;
    int depth;                    // runs inside runs
    volatile bool enforced;       // whether the memory limit holds: only while Lua code runs
    size_t used, foreign, limit, peak;
    size_t collect_at;            // collect when objects hold more than this outside of Lua
    uint64_t made;                // blocks allocated so far; orders objects by age
    uint64_t fail_in;             // for tests: 1 fails the next allocation
    bool fail_once;
    uint64_t random[4];
    int sandbox, environment_metatable, environment_factory;
    int closing;                  // coroutines being closed inside one another
    char *latest;                 // the block allocated last
    ptrdiff_t userdata_offset;
    clua_dead *dead;              // Swift objects to release as soon as Swift may run
    size_t dead_count, dead_size;
    char *first;                  // Lua's first block, which holds its global state
    size_t first_size;
    clua_visit bracket;           // what clua_begin found
    bool hook_armed;
    bool has_traceback;
    char traceback[4096];
} clua_box;

static inline clua_box *clua_of(lua_State *L) { return *(clua_box **)lua_getextraspace(L); }

/// What other threads see of an interpreter. `word` is the number of the run and, in its low byte, its state, so that
/// a stop meant for one run can never hit the next.
struct clua_switch {
    _Atomic uint64_t word;
    _Atomic bool stopped;
    _Atomic int thread;
    _Atomic int holders;
    _Atomic uint64_t time_limit;
    uint64_t seen_run, seen_since, signal_at;  // the watchdog's own
    struct clua_switch *next;
};

enum { CLUA_IDLE = 255 };

static inline int clua_reason(clua_box *box) {
    return (int)(atomic_load_explicit(&box->control->word, memory_order_relaxed) & 255);
}

static inline bool clua_must_stop(clua_box *box) {
    int reason = clua_reason(box);
    return reason != CLUA_OK && reason != CLUA_IDLE;
}

/// Ends the run for `reason`; does nothing when it has one already.
void clua_give_reason(clua_box *box, int reason);

/// Raises the stop: arms the hook on this coroutine, notes where it was, unwinds. Nothing in Lua can catch it.
_Noreturn void clua_raise_stop(lua_State *L);

/// For loops in C that a script can make long.
static inline void clua_poll(lua_State *L) {
    if (clua_must_stop(clua_of(L))) clua_raise_stop(L);
}

/// The same where the interpreter is not at hand; does nothing unless Lua code is running on this thread.
void clua_poll_here(void);

/// After any protected call, whose error value is on top of `from`: a breach of memory or depth is final.
void clua_note_breach(lua_State *L, lua_State *from, int status);

/// The same, and a stop goes on upwards.
void clua_pass_on_stop(lua_State *L, lua_State *from, int status);

void clua_arm(lua_State *L);
void clua_disarm(clua_box *box);
void clua_install_handler(void);

/// Gives the run `word` a reason to end, if it still goes on and has none.
void clua_give(clua_switch *s, uint64_t word, int reason);

/// Signals the thread of the run. One that has ended meanwhile is no harm: the call fails, or the signal finds a
/// handler with nothing to do.
void clua_interrupt(clua_switch *s);

/// Lua frames only, the innermost twenty and like ones once, into the box; allocates nothing, so it serves when memory is out.
void clua_note_traceback(lua_State *L);

bool clua_enter(lua_State *L, clua_visit *visit);
void clua_leave(lua_State *L, clua_visit *visit);

clua_switch *clua_new_switch(uint64_t nanoseconds);
void clua_forget_switch(clua_switch *s);

/// Takes the events `__gc`, `__mode` and `__concat` from scripts.
void clua_hide_events(lua_State *L);

// ---- Memory --------------------------------------------------------------------------------------------------------

/// A userdata with a Swift object behind it. Finalizers would run it through a protected call each; instead the
/// allocator sees the userdata go.
typedef struct {
    clua_object shared;
    clua_release release;
} clua_owner;

/// A Swift function's userdata, the upvalue of the trampoline.
typedef struct {
    clua_owner owner;
    clua_body body;
} clua_function;

void *clua_allocate(void *context, void *block, size_t old, size_t size);

/// Pushes a userdata of `size` bytes that owns `object`. ('m')
void *clua_push_owner(
    lua_State *L, size_t size, void *object, const void *type, size_t cost, clua_release release);

/// Releases what Lua holds no longer; where Swift may run.
void clua_release_dead(clua_box *box);

/// Collects when objects hold much outside of Lua, which Lua's own pace does not see; raises when that did not help.
void clua_relieve(lua_State *L, clua_box *box);

/// Calls a Swift function on the arguments that are on the stack. Swift's frame is gone when this raises.
int clua_call_swift(lua_State *L, clua_function *function);

// ---- The sandbox's functions ---------------------------------------------------------------------------------------

/// Raises `text` (pushed by the format) with the script's position before it.
int clua_raise(lua_State *L, const char *format, ...);

/// Pushes "file:line: " of the innermost Lua frame, or "".
void clua_push_position(lua_State *L);

/// What this Lua does not bear in the chunk on top, and in the function that begins in which line; NULL where nothing.
const char *clua_inspect(lua_State *L, size_t *line);

/// Makes the sandbox; a lua_CFunction under a protected call.
int clua_open_standard(lua_State *L);

// Each adds its functions to the sandbox on top.
void clua_open_protect(lua_State *L);
void clua_open_metatable(lua_State *L);
void clua_open_load(lua_State *L);
void clua_open_coroutine(lua_State *L);
void clua_open_order(lua_State *L);
void clua_open_string(lua_State *L);
void clua_open_table(lua_State *L);
void clua_open_random(lua_State *L);

/// The script's `pairs`: keys in their fixed order.
int clua_pairs(lua_State *L);

/// Whether the table at `index` is a read-only view.
bool clua_is_sealed(lua_State *L, int index);

/// Raises when the value at `argument` is no table, or one that scripts may not change.
void clua_check_writable(lua_State *L, int argument);

/// The age of the object at `index`: smaller is older. Light C functions by their place in the program.
uint64_t clua_age(lua_State *L, int index);

/// Pushes text of the value at `index`, without addresses.
const char *clua_to_text(lua_State *L, int index, size_t *length);

