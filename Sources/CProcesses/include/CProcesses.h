#pragma once

// What Linux offers for child processes and Glibc's module does not show.

#include <stddef.h>
#include <sys/types.h>

/// Starts a program in a process group of its own, with all signals as a program expects them.
///
/// Its descriptors are `descriptors`, from 0 on, and no others; -1 stands for /dev/null. 0, or the error.
int cprocesses_spawn(
    const char *path, char *const arguments[], char *const environment[], const int *descriptors, int count,
    pid_t *process);

/// Two connected stream sockets that no program inherits by accident. 0, or the error.
int cprocesses_pair(int ends[2]);

/// Memory without a name, of `size` bytes, as a file that processes can share; -1 where there is none.
int cprocesses_memory(size_t size);
