// Text order. Lua compares text by strcoll, a piece between zero bytes at a time: 100 MiB of zero bytes are 100 million
// calls, in one instruction that no hook sees. The program's own strcoll stands before the C library's, knows no locale,
// and looks whether the run is to end.

#include "Boundary.h"
#include <string.h>

int strcoll(const char *left, const char *right) {
    static _Thread_local unsigned calls;
    if ((++calls & 4095) == 0) clua_poll_here();
    return strcmp(left, right);
}
