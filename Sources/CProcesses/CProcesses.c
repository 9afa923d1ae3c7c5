#define _GNU_SOURCE
#include "CProcesses.h"
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <unistd.h>

enum { MOST = 8, ABOVE = 64 };

/// Copies far above the places where the child will find them, so that no copy there overwrites another one's source.
static int lift(const int *descriptors, int count, int *lifted) {
    for (int i = 0; i < count; i++) {
        lifted[i] = descriptors[i] < 0 ? -1 : fcntl(descriptors[i], F_DUPFD_CLOEXEC, ABOVE);
        if (descriptors[i] >= 0 && lifted[i] < 0) return errno;
    }
    return 0;
}

static int arrange(posix_spawn_file_actions_t *actions, const int *lifted, int count) {
    int error = 0;
    for (int i = 0; i < count && !error; i++) {
        error = lifted[i] < 0 ? posix_spawn_file_actions_addopen(actions, i, "/dev/null", O_RDWR, 0)
                              : posix_spawn_file_actions_adddup2(actions, lifted[i], i);
    }
    return error ? error : posix_spawn_file_actions_addclosefrom_np(actions, count);
}

static void prepare(posix_spawnattr_t *attributes) {
    sigset_t none, all;
    sigemptyset(&none);
    sigfillset(&all);
    posix_spawnattr_setpgroup(attributes, 0);
    posix_spawnattr_setsigmask(attributes, &none);
    posix_spawnattr_setsigdefault(attributes, &all);
    posix_spawnattr_setflags(attributes, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
}

int cprocesses_spawn(
    const char *path, char *const arguments[], char *const environment[], const int *descriptors, int count,
    pid_t *process) {
    int lifted[MOST] = {-1, -1, -1, -1, -1, -1, -1, -1};
    if (count > MOST) return EINVAL;
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    posix_spawn_file_actions_init(&actions);
    posix_spawnattr_init(&attributes);
    prepare(&attributes);
    int error = lift(descriptors, count, lifted);
    if (!error) error = arrange(&actions, lifted, count);
    if (!error) error = posix_spawn(process, path, &actions, &attributes, arguments, environment);
    for (int i = 0; i < count; i++)
        if (lifted[i] >= 0) close(lifted[i]);
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    return error;
}

int cprocesses_pair(int ends[2]) {
    return socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) == 0 ? 0 : errno;
}

int cprocesses_memory(size_t size) {
    int descriptor = memfd_create("candela", MFD_CLOEXEC);
    if (descriptor >= 0 && ftruncate(descriptor, (off_t)size) != 0) {
        close(descriptor);
        return -1;
    }
    return descriptor;
}
