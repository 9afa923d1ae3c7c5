// The watchdog: one thread that looks at all interpreters and ends the runs whose time is over. It lives while there
// is an interpreter.

#include "Boundary.h"
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

// What no thread can stop gets so many nanoseconds more before the process ends.
#define CLUA_PATIENCE 1500000000

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t changed = PTHREAD_COND_INITIALIZER;
static clua_switch *watched;
static bool watching;

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

/// The run was told to end and has not: again, and when that has not helped for long enough, the process ends. More and
/// more rarely, since the handler walks the whole stack, and 200,000 calls must come to unwind between two signals.
static void insist(clua_switch *s, uint64_t word, uint64_t time) {
    if (word != s->seen_run) {
        s->seen_run = word;
        s->seen_since = s->signal_at = time;
    }
    if (time >= s->signal_at) {
        s->signal_at = time + (time - s->seen_since) / 2;
        clua_interrupt(s);
    }
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
        clua_give(s, word, CLUA_TIMEOUT);
        clua_interrupt(s);
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
    pthread_once(&once, clua_install_handler);
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
