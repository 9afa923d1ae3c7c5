// What the files of the shim share.

#pragma once
#define _GNU_SOURCE
#include "CLineEditor.h"

#include <errno.h>
#include <fcntl.h>
#include <histedit.h>
#include <locale.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <wchar.h>

struct CLineEditor {
    EditLine *edit;
    History *history;
    CLineEditorCompleter completer;
    void *context;
    locale_t locale; // LC_CTYPE alone; 0 where the system has no C.UTF-8, and bytes are characters
    char *prompt, *line, *list;
    int interrupted;
    int columns; // of the window, when it was last drawn
    int back;    // how far the cursor goes back after a list was shown
    struct sigaction windowAction, continueAction;
};

// The editor that libedit calls us for.
CLineEditor *cline_editor_owner(EditLine *edit);
// Writes to the terminal at once.
void cline_editor_say(const char *text);

// Window.c: the size of the window, and the keys that come from it.
int cline_editor_watch_window(CLineEditor *editor); // whether that was possible
void cline_editor_leave_window(CLineEditor *editor);
int cline_editor_columns(void);
int cline_editor_read_character(EditLine *edit, wchar_t *character);
// After the shell has had the terminal: forgets wake-ups and draws the line on a row of its own.
void cline_editor_return(EditLine *edit);

// Keys.c: what keys do.
void cline_editor_bind_keys(EditLine *edit);
