#include "Editor.h"

CLineEditor *cline_editor_owner(EditLine *edit) {
    void *data = NULL;
    el_get(edit, EL_CLIENTDATA, &data);
    return data;
}

void cline_editor_say(const char *text) {
    fputs(text, stdout);
    fflush(stdout);
}

static char *prompt(EditLine *edit) { return cline_editor_owner(edit)->prompt; }

static locale_t wear(CLineEditor *editor) { return editor->locale ? uselocale(editor->locale) : 0; }

static void take_off(locale_t previous) {
    if (previous) uselocale(previous);
}

CLineEditor *cline_editor_open(const char *program, int history_size, CLineEditorCompleter completer, void *context) {
    CLineEditor *editor = calloc(1, sizeof *editor);
    if (!editor || !cline_editor_watch_window(editor)) {
        free(editor);
        return NULL;
    }
    editor->completer = completer;
    editor->context = context;
    editor->locale = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
    locale_t previous = wear(editor);
    editor->edit = el_init(program, stdin, stdout, stderr);
    editor->history = history_init();
    if (editor->edit && editor->history) {
        HistEvent event;
        history(editor->history, &event, H_SETSIZE, history_size);
        history(editor->history, &event, H_SETUNIQUE, 1);
        el_set(editor->edit, EL_CLIENTDATA, editor);
        el_set(editor->edit, EL_EDITOR, "emacs");
        el_set(editor->edit, EL_SIGNAL, 0);
        el_set(editor->edit, EL_PROMPT_ESC, prompt, '\1');
        el_set(editor->edit, EL_HIST, history, editor->history);
        el_set(editor->edit, EL_GETCFN, cline_editor_read_character);
        el_source(editor->edit, NULL);
        cline_editor_bind_keys(editor->edit);
    }
    take_off(previous);
    if (editor->edit && editor->history) return editor;
    cline_editor_close(editor);
    return NULL;
}

void cline_editor_close(CLineEditor *editor) {
    cline_editor_leave_window(editor);
    locale_t previous = wear(editor);
    if (editor->edit) el_end(editor->edit);
    if (editor->history) history_end(editor->history);
    take_off(previous);
    if (editor->locale) freelocale(editor->locale);
    free(editor->prompt);
    free(editor->line);
    free(editor->list);
    free(editor);
}

CLineEditorResult cline_editor_read(CLineEditor *editor, const char *prompt, const char **line) {
    free(editor->prompt);
    free(editor->line);
    editor->prompt = strdup(prompt);
    editor->line = NULL;
    editor->interrupted = 0;
    if (!editor->prompt) return CLINE_EDITOR_END;
    if (editor->columns != cline_editor_columns()) el_resize(editor->edit);
    editor->columns = cline_editor_columns();
    locale_t previous = wear(editor);
    cline_editor_say("\033[?2004h"); // asks the terminal to mark pastes
    int count = 0;
    const char *text = el_gets(editor->edit, &count);
    if (text && count > 0) editor->line = strndup(text, count);
    cline_editor_say("\033[?2004l");
    take_off(previous);
    if (editor->interrupted) return CLINE_EDITOR_INTERRUPTED;
    if (!editor->line) {
        cline_editor_say("\n");
        return CLINE_EDITOR_END;
    }
    size_t length = strlen(editor->line);
    if (length > 0 && editor->line[length - 1] == '\n') editor->line[length - 1] = 0;
    *line = editor->line;
    return CLINE_EDITOR_LINE;
}

void cline_editor_remember(CLineEditor *editor, const char *entry) {
    locale_t previous = wear(editor);
    HistEvent event;
    history(editor->history, &event, H_ENTER, entry);
    take_off(previous);
}

void cline_editor_replace(CLineEditor *editor, int count, const char *text) {
    locale_t previous = wear(editor);
    if (count > 0) el_deletestr(editor->edit, count);
    el_insertstr(editor->edit, text);
    take_off(previous);
}

void cline_editor_list(CLineEditor *editor, const char *text) {
    free(editor->list);
    editor->list = strdup(text);
}
