#include "Editor.h"

// Ctrl-C: shows ^C behind the line, as a terminal does, and ends it.
static unsigned char interrupt(EditLine *edit, int key) {
    (void)key;
    cline_editor_owner(edit)->interrupted = 1;
    const LineInfoW *line = el_wline(edit);
    el_cursor(edit, (int)(line->lastchar - line->cursor));
    el_insertstr(edit, "^C");
    el_push(edit, "\n");
    return CC_REFRESH;
}

// Ctrl-Z: gives the terminal back before the program stops, takes it again when it goes on.
static unsigned char suspend(EditLine *edit, int key) {
    (void)key;
    el_set(edit, EL_PREP_TERM, 0);
    kill(0, SIGTSTP);
    cline_editor_return(edit);
    return CC_NORM;
}

// What a terminal that marks pastes sends between ESC [200~ and ESC [201~ goes into the line as it is, newlines and
// all.
static unsigned char paste(EditLine *edit, int key) {
    (void)key;
    static const wchar_t end[] = L"\033[201~";
    const size_t tail = sizeof end / sizeof *end - 1;
    size_t count = 0, room = 1024;
    wchar_t *text = malloc(room * sizeof *text);
    wchar_t character;
    while (text && el_wgetc(edit, &character) == 1) {
        if (character == L'\r') character = L'\n';
        if (count + 1 == room) {
            wchar_t *larger = realloc(text, (room *= 2) * sizeof *text);
            if (!larger) break;
            text = larger;
        }
        text[count++] = character;
        if (count >= tail && wmemcmp(text + count - tail, end, tail) == 0) {
            count -= tail;
            break;
        }
    }
    while (count > 0 && text[count - 1] == L'\n') count--;
    if (text) {
        text[count] = 0;
        el_winsertstr(edit, text);
    }
    free(text);
    return CC_REFRESH;
}

// Tab. A list can only be drawn once the cursor stands behind the whole line, which libedit does after this returns;
// the rest is done by a second function, whose key is pushed back into the input.
static const char showKey[] = "\034";

static unsigned char complete(EditLine *edit, int key) {
    (void)key;
    CLineEditor *editor = cline_editor_owner(edit);
    const LineInfo *info = el_line(edit);
    size_t cursor = info->cursor - info->buffer;
    char *line = strndup(info->buffer, info->lastchar - info->buffer);
    if (!line) return CC_ERROR;
    locale_t worn = editor->locale ? uselocale(LC_GLOBAL_LOCALE) : 0;
    int found = editor->completer(editor->context, editor, line, cursor);
    if (worn) uselocale(worn);
    free(line);
    if (!found) return CC_ERROR;
    if (!editor->list) return CC_REFRESH;
    const LineInfoW *wide = el_wline(edit);
    editor->back = (int)(wide->lastchar - wide->cursor);
    el_cursor(edit, editor->back);
    el_push(edit, showKey);
    return CC_CURSOR;
}

static unsigned char show(EditLine *edit, int key) {
    (void)key;
    CLineEditor *editor = cline_editor_owner(edit);
    if (!editor->list) return CC_NORM;
    printf("\n%s\n", editor->list);
    fflush(stdout);
    free(editor->list);
    editor->list = NULL;
    el_cursor(edit, -editor->back);
    el_set(edit, EL_REFRESH);
    return CC_NORM;
}

static void bind(EditLine *edit, const char *key, const char *command) {
    el_set(edit, EL_BIND, key, command, NULL);
}

void cline_editor_bind_keys(EditLine *edit) {
    el_set(edit, EL_ADDFN, "candela-interrupt", "end the line as interrupted", interrupt);
    el_set(edit, EL_ADDFN, "candela-suspend", "stop the program", suspend);
    el_set(edit, EL_ADDFN, "candela-paste", "insert a marked paste", paste);
    el_set(edit, EL_ADDFN, "candela-complete", "complete what precedes the cursor", complete);
    el_set(edit, EL_ADDFN, "candela-show", "show the list of completions", show);
    bind(edit, "^C", "candela-interrupt");
    bind(edit, "^Z", "candela-suspend");
    bind(edit, "\\e[200~", "candela-paste");
    bind(edit, "^I", "candela-complete");
    bind(edit, "^\\", "candela-show");
    bind(edit, "^R", "em-inc-search-prev");
    bind(edit, "^W", "ed-delete-prev-word");
    bind(edit, "\\e[3~", "ed-delete-next-char");
    bind(edit, "\\e[H", "ed-move-to-beg");
    bind(edit, "\\e[F", "ed-move-to-end");
    bind(edit, "\\e[1~", "ed-move-to-beg");
    bind(edit, "\\e[4~", "ed-move-to-end");
    bind(edit, "\\e[1;5C", "em-next-word");
    bind(edit, "\\e[1;5D", "ed-prev-word");
    // The terminal makes no signals of keys while a line is edited.
    el_set(edit, EL_SETTY, "-d", "-isig", NULL);
}
