// Stopping from outside. A count hook would double the time of every Lua loop; instead one watchdog thread looks at the
// interpreters that run, and signals the thread of one whose time is over. The signal's handler sets a hook on the
// coroutine running there (which Lua allows in a handler), and the hook raises. It costs nothing until then.

#define _GNU_SOURCE
#include "Boundary.h"
#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

// Ignored by default, so a late one harms nobody; neither Swift, Dispatch nor libedit uses it.
#define STOP_SIGNAL SIGURG

// What no thread can stop gets so many nanoseconds more before the process ends.
#define CLUA_PATIENCE 1500000000

static _Thread_local clua_box *volatile current __attribute__((tls_model("initial-exec")));
static _Thread_local int thread_number;

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t changed = PTHREAD_COND_INITIALIZER;
static clua_switch *watched;
static bool watching;

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
    lua_pushlightuserdata(L, (void *)&watched);
    lua_error(L);
    abort();
}

static void handler(int number) {
    (void)number;
    int saved = errno;
    clua_box *box = current;
    if (box && clua_must_stop(box)) clua_arm(box->running);
    errno = saved;
}

static void install_handler(void) {
    struct sigaction action = {.sa_handler = handler, .sa_flags = SA_RESTART};
    sigemptyset(&action.sa_mask);
    sigaction(STOP_SIGNAL, &action, NULL);
}

// ---- The switch ----------------------------------------------------------------------------------------------------

/// A thread that has ended meanwhile is no harm: the call fails, or the signal finds a handler with nothing to do.
static void interrupt(clua_switch *s) {
    syscall(SYS_tgkill, getpid(), atomic_load_explicit(&s->thread, memory_order_relaxed), STOP_SIGNAL);
}

static void give(clua_switch *s, uint64_t running, int reason) {
    if ((running & 255) == CLUA_OK) atomic_compare_exchange_strong(&s->word, &running, running | (uint64_t)reason);
}

void clua_give_reason(clua_box *box, int reason) { give(box->control, atomic_load(&box->control->word), reason); }

void clua_stop(clua_switch *s) {
    atomic_store(&s->stopped, true);
    give(s, atomic_load(&s->word), CLUA_STOPPED);
    interrupt(s);
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
        if (atomic_load(&s->stopped)) give(s, run, CLUA_STOPPED);
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

// ---- The watchdog --------------------------------------------------------------------------------------------------

static uint64_t now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (uint64_t)time.tv_sec * 1000000000 + (uint64_t)time.tv_nsec;
}

static _Atomic(const char *) last_words;
static int exit_code_limit, exit_code_stopped;

void clua_end_process_on_overrun(const char *sentence, int limit, int stopped) {
    exit_code_limit = limit;
    exit_code_stopped = stopped;
    atomic_store(&last_words, sentence);
}

/// The run was told to end and has not: again, and when that has not helped for long enough, the process ends.
static void insist(clua_switch *s, uint64_t word, uint64_t time) {
    if (word != s->seen_run) {
        s->seen_run = word;
        s->seen_since = time;
    }
    interrupt(s);
    const char *sentence = atomic_load(&last_words);
    if (!sentence || time - s->seen_since < CLUA_PATIENCE) return;
    if ((word & 255) == CLUA_STOPPED) _exit(exit_code_stopped);
    // Nothing that allocates: the run that hangs may hold the allocator.
    ssize_t written = write(STDERR_FILENO, sentence, strlen(sentence));
    (void)written;
    _exit(exit_code_limit);
}

/// Looks at one interpreter; true if it runs. The time of a run counts from when the watchdog first sees it, so the
/// runs themselves need not read the clock.
static bool look(clua_switch *s, uint64_t time) {
    uint64_t word = atomic_load(&s->word);
    switch (word & 255) {
        case CLUA_IDLE: return false;
        case CLUA_OK: break;
        default: insist(s, word, time); return true;
    }
    if (word != s->seen_run) {
        s->seen_run = word;
        s->seen_since = time;
    }
    if (time - s->seen_since >= atomic_load(&s->time_limit)) {
        give(s, word, CLUA_TIMEOUT);
        interrupt(s);
    }
    return true;
}

static void *watch(void *context) {
    (void)context;
    pthread_mutex_lock(&lock);
    while (watched) {
        bool busy = false;
        uint64_t time = now();
        for (clua_switch *s = watched; s; s = s->next) busy |= look(s, time);
        struct timespec until;
        clock_gettime(CLOCK_REALTIME, &until);
        until.tv_nsec += busy ? 5000000 : 50000000;
        if (until.tv_nsec >= 1000000000) {
            until.tv_nsec -= 1000000000;
            until.tv_sec++;
        }
        pthread_cond_timedwait(&changed, &lock, &until);
    }
    watching = false;
    pthread_mutex_unlock(&lock);
    return NULL;
}

static bool start_watching(void) {
    pthread_attr_t attributes;
    pthread_t thread;
    sigset_t all, before;
    sigfillset(&all);
    pthread_attr_init(&attributes);
    pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    watching = pthread_create(&thread, &attributes, watch, NULL) == 0;
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    pthread_attr_destroy(&attributes);
    return watching;
}

clua_switch *clua_new_switch(uint64_t nanoseconds) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, install_handler);
    clua_switch *s = calloc(1, sizeof *s);
    if (!s) return NULL;
    atomic_store(&s->word, CLUA_IDLE);
    atomic_store(&s->holders, 1);
    atomic_store(&s->time_limit, nanoseconds);
    pthread_mutex_lock(&lock);
    s->next = watched;
    watched = s;
    bool running = watching || start_watching();
    if (!running) watched = s->next;
    pthread_mutex_unlock(&lock);
    if (running) return s;
    free(s);
    return NULL;
}

void clua_forget_switch(clua_switch *s) {
    pthread_mutex_lock(&lock);
    clua_switch **place = &watched;
    while (*place != s) place = &(*place)->next;
    *place = s->next;
    if (!watched) pthread_cond_signal(&changed);
    pthread_mutex_unlock(&lock);
    clua_release_switch(s);
}

int clua_watched(void) {
    int count = 0;
    pthread_mutex_lock(&lock);
    for (clua_switch *s = watched; s; s = s->next) count++;
    pthread_mutex_unlock(&lock);
    return count;
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
