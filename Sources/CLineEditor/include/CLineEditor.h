// libedit's line editor as plain functions: its own interface is variadic and so out of Swift's reach.
//
// Rules:
// - One editor at a time, used by one thread, on standard input and output, both of them terminals.
// - Nothing here calls setlocale. libedit decides by the locale's LC_CTYPE how bytes become characters; a thread's own
//   locale (uselocale) with only LC_CTYPE set to C.UTF-8 is enough. It is worn while the editor works and taken off
//   before anything of ours runs, so Lua never sees another locale than "C" (numbers, order of strings).
// - Ctrl-C and Ctrl-Z are keys while a line is edited, not signals; between lines the terminal is as it was.

#pragma once
#include <stddef.h>

typedef struct CLineEditor CLineEditor;

typedef enum {
    CLINE_EDITOR_LINE,
    CLINE_EDITOR_INTERRUPTED,
    CLINE_EDITOR_END,
} CLineEditorResult;

// Called for the Tab key with the line (UTF-8, zero-terminated) and how many bytes of it precede the cursor. It may
// call cline_editor_replace or cline_editor_list, and gives back whether there was anything to do; if not, the terminal
// beeps.
typedef int (*CLineEditorCompleter)(void *context, CLineEditor *editor, const char *line, size_t cursor);

// An editor that keeps `history` entries, or NULL where there is no memory or no terminal. It reads ~/.editrc.
CLineEditor *cline_editor_open(const char *program, int history, CLineEditorCompleter completer, void *context);
void cline_editor_close(CLineEditor *editor);

// Reads a line, without its newline. `*line` lives until the next call. Escape sequences in the prompt stand between
// two bytes 1.
CLineEditorResult cline_editor_read(CLineEditor *editor, const char *prompt, const char **line);

// Adds an entry to what the arrow keys and Ctrl-R find.
void cline_editor_remember(CLineEditor *editor, const char *entry);

// For the completer: replaces so many Unicode scalars before the cursor.
void cline_editor_replace(CLineEditor *editor, int count, const char *text);
// For the completer: shows lines of text below the line being edited, which is then drawn again.
void cline_editor_list(CLineEditor *editor, const char *text);
