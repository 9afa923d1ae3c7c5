// Stopping from outside. A count hook would double the time of every Lua loop; instead one watchdog thread looks at the
// interpreters that run, and signals the thread of one whose time is over. The signal's handler sets a hook on the
// coroutine running there (which Lua allows in a handler), and the hook raises. It costs nothing until then.

#define _GNU_SOURCE
#include "Boundary.h"
#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <unistd.h>

// Ignored by default, so a late one harms nobody; neither Swift, Dispatch nor libedit uses it.
#define STOP_SIGNAL SIGURG

static _Thread_local clua_box *volatile current __attribute__((tls_model("initial-exec")));
static _Thread_local int thread_number;

/// The error value of a stop; its address is all there is to it.
static const char stop_token;

// ---- The hook ------------------------------------------------------------------------------------------------------

static void hook(lua_State *L, lua_Debug *debug) {
    (void)debug;
    if (clua_must_stop(clua_of(L)))
        clua_raise_stop(L);
    else
        lua_sethook(L, NULL, 0, 0);  // left over from an earlier run of a coroutine that was kept
}

void clua_arm(lua_State *L) {
    clua_of(L)->hook_armed = true;
    lua_sethook(L, hook, LUA_MASKCALL | LUA_MASKRET | LUA_MASKLINE | LUA_MASKCOUNT, 1);
}

void clua_disarm(clua_box *box) {
    if (!box->hook_armed) return;
    box->hook_armed = false;
    lua_sethook(box->main, NULL, 0, 0);
}

_Noreturn void clua_raise_stop(lua_State *L) {
    clua_box *box = clua_of(L);
    if (!box->has_traceback) clua_note_traceback(L);
    box->has_traceback = true;
    clua_arm(L);  // `__close` handlers that run while unwinding end at their first instruction
    lua_pushlightuserdata(L, (void *)&stop_token);
    lua_error(L);
    abort();
}

void clua_poll_here(void) {
    clua_box *box = current;
    if (box && box->enforced && clua_must_stop(box)) clua_raise_stop(box->running);
}

static void handler(int number) {
    (void)number;
    int saved = errno;
    clua_box *box = current;
    if (box && clua_must_stop(box)) clua_arm(box->running);
    errno = saved;
}

void clua_install_handler(void) {
    struct sigaction action = {.sa_handler = handler, .sa_flags = SA_RESTART};
    sigemptyset(&action.sa_mask);
    sigaction(STOP_SIGNAL, &action, NULL);
}

// ---- The switch ----------------------------------------------------------------------------------------------------

void clua_interrupt(clua_switch *s) {
    syscall(SYS_tgkill, getpid(), atomic_load_explicit(&s->thread, memory_order_relaxed), STOP_SIGNAL);
}

void clua_give(clua_switch *s, uint64_t running, int reason) {
    if ((running & 255) == CLUA_OK) atomic_compare_exchange_strong(&s->word, &running, running | (uint64_t)reason);
}

void clua_give_reason(clua_box *box, int reason) { clua_give(box->control, atomic_load(&box->control->word), reason); }

void clua_stop(clua_switch *s) {
    atomic_store(&s->stopped, true);
    clua_give(s, atomic_load(&s->word), CLUA_STOPPED);
    clua_interrupt(s);
}

void clua_allow(clua_switch *s) { atomic_store(&s->stopped, false); }
bool clua_is_stopped(clua_switch *s) { return atomic_load(&s->stopped); }

clua_switch *clua_retain_switch(lua_State *L) {
    clua_switch *s = clua_of(L)->control;
    atomic_fetch_add(&s->holders, 1);
    return s;
}

void clua_release_switch(clua_switch *s) {
    if (atomic_fetch_sub(&s->holders, 1) == 1) free(s);
}

void clua_set_time(lua_State *L, uint64_t nanoseconds) { atomic_store(&clua_of(L)->control->time_limit, nanoseconds); }
int clua_stop_reason(lua_State *L) {
    int reason = clua_reason(clua_of(L));
    return reason == CLUA_IDLE ? CLUA_OK : reason;
}

// ---- A run's entry and exit ----------------------------------------------------------------------------------------

/// Once a thread: threads that Dispatch made, and their children, block all signals.
static void meet_thread(void) {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, STOP_SIGNAL);
    pthread_sigmask(SIG_UNBLOCK, &signals, NULL);
    thread_number = (int)syscall(SYS_gettid);
}

bool clua_enter(lua_State *L, clua_visit *visit) {
    clua_box *box = clua_of(L);
    clua_switch *s = box->control;
    *visit = (clua_visit){current, box->running, box->enforced};
    box->running = L;
    current = box;
    if (box->depth++ == 0) {
        box->has_traceback = false;
        box->traceback[0] = 0;
        if (!thread_number) meet_thread();
        atomic_store_explicit(&s->thread, thread_number, memory_order_relaxed);
        uint64_t run = (atomic_load_explicit(&s->word, memory_order_relaxed) | 255) + 1;
        atomic_store(&s->word, run);
        if (atomic_load(&s->stopped)) clua_give(s, run, CLUA_STOPPED);
    }
    if (clua_must_stop(box)) return false;
    box->enforced = true;
    return true;
}

void clua_leave(lua_State *L, clua_visit *visit) {
    clua_box *box = clua_of(L);
    box->enforced = visit->enforced;
    if (--box->depth == 0) {
        atomic_fetch_or_explicit(&box->control->word, CLUA_IDLE, memory_order_release);
        clua_disarm(box);
        if (box->dead_count) clua_release_dead(box);
    }
    box->running = visit->running;
    current = visit->outer;
    // A stop of the outer interpreter that came meanwhile found this one on the thread.
    if (current && current != box && clua_must_stop(current)) clua_arm(current->running);
}

// ---- One run of several calls --------------------------------------------------------------------------------------

bool clua_begin(lua_State *L) {
    clua_box *box = clua_of(L);
    if (box->depth > 0) {
        box->depth++;
        return !clua_must_stop(box);
    }
    bool allowed = clua_enter(L, &box->bracket);
    box->enforced = box->bracket.enforced;
    return allowed;
}

void clua_end(lua_State *L) {
    clua_box *box = clua_of(L);
    if (box->depth > 1)
        box->depth--;
    else
        clua_leave(L, &box->bracket);
}
