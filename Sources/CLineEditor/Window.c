#include "Editor.h"

// A handler can reach nothing but globals; there is one editor at a time.
static int wake[2] = {-1, -1};

static void on_signal(int number) {
    int saved = errno;
    char byte = number == SIGCONT ? 'c' : 'w';
    ssize_t ignored = write(wake[1], &byte, 1);
    (void)ignored;
    errno = saved;
}

int cline_editor_watch_window(CLineEditor *editor) {
    if (wake[0] >= 0 || pipe2(wake, O_CLOEXEC | O_NONBLOCK) < 0) return 0;
    struct sigaction action = {.sa_handler = on_signal, .sa_flags = SA_RESTART};
    sigaction(SIGWINCH, &action, &editor->windowAction);
    sigaction(SIGCONT, &action, &editor->continueAction);
    return 1;
}

void cline_editor_leave_window(CLineEditor *editor) {
    sigaction(SIGWINCH, &editor->windowAction, NULL);
    sigaction(SIGCONT, &editor->continueAction, NULL);
    close(wake[0]);
    close(wake[1]);
    wake[0] = wake[1] = -1;
}

int cline_editor_columns(void) {
    struct winsize size = {0};
    return ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : 80;
}

// Counts the rows between the prompt and the cursor after the window's width has changed. A terminal then breaks lines
// anew, but only where text ran over the edge: where a row ended in a blank, libedit has written a newline.
typedef struct {
    int before, now; // columns
    int column;      // in the layout before
    int run;         // columns written since the last newline
    int rows;        // in the layout now, of what precedes that newline
} Rows;

static void end_run(Rows *rows) {
    rows->rows += 1 + (rows->run > 0 ? (rows->run - 1) / rows->now : 0);
    rows->run = rows->column = 0;
}

static void step(Rows *rows, wchar_t character) {
    int width = character == L'\t' ? 8 - rows->column % 8 : wcwidth(character);
    if (width < 0) width = 2; // shown as ^X
    if (character == L'\n') {
        end_run(rows);
        return;
    }
    if (rows->column + width > rows->before) { // a wide character leaves the last column empty
        rows->run += rows->before - rows->column;
        rows->column = 0;
    }
    rows->run += width;
    rows->column += width;
    if (rows->column < rows->before) return;
    rows->column = 0;
    if (character == L' ') end_run(rows);
}

// Erases the prompt and the line below it.
static void erase(EditLine *edit) {
    CLineEditor *editor = cline_editor_owner(edit);
    Rows rows = {.before = editor->columns, .now = cline_editor_columns()};
    int isMarked = 0;
    wchar_t character;
    const char *prompt = editor->prompt;
    mbstate_t state = {0};
    for (size_t used; (used = mbrtowc(&character, prompt, MB_CUR_MAX, &state)) - 1 < MB_CUR_MAX; prompt += used) {
        if (character == 1) isMarked = !isMarked;
        else if (!isMarked) step(&rows, character);
    }
    const LineInfoW *line = el_wline(edit);
    for (const wchar_t *at = line->buffer; at < line->cursor; at++) step(&rows, *at);
    int up = rows.rows + rows.run / rows.now;
    if (up > 0) printf("\033[%dA", up);
    cline_editor_say("\r\033[J");
}

static void draw(EditLine *edit) {
    el_resize(edit);
    cline_editor_owner(edit)->columns = cline_editor_columns();
    el_set(edit, EL_REFRESH);
}

void cline_editor_return(EditLine *edit) {
    char bytes[64];
    while (read(wake[0], bytes, sizeof bytes) > 0) {}
    el_set(edit, EL_PREP_TERM, 1);
    cline_editor_say("\r\033[J");
    draw(edit);
}

static void redraw(EditLine *edit) {
    char bytes[64];
    ssize_t count = read(wake[0], bytes, sizeof bytes);
    if (count <= 0) return;
    if (memchr(bytes, 'c', count)) {
        cline_editor_return(edit);
    } else {
        erase(edit);
        draw(edit);
    }
}

// libedit's own reader learns of a new window size through signal handlers that draw, on whatever thread they land.
// This one waits for a key or a wake-up and draws on the thread that edits.
int cline_editor_read_character(EditLine *edit, wchar_t *character) {
    char bytes[8];
    size_t count = 0;
    for (;;) {
        struct pollfd waits[2] = {{STDIN_FILENO, POLLIN, 0}, {wake[0], POLLIN, 0}};
        if (poll(waits, 2, -1) < 0) {
            if (errno == EINTR) continue;
            return -1;
        }
        if (waits[1].revents & POLLIN) redraw(edit);
        if (!waits[0].revents) continue;
        ssize_t got = read(STDIN_FILENO, bytes + count, 1);
        if (got < 0 && (errno == EINTR || errno == EAGAIN)) continue;
        if (got <= 0) return (int)got;
        count++;
        mbstate_t state = {0};
        size_t used = mbrtowc(character, bytes, count, &state);
        if (used == (size_t)-1) count = 0; // no UTF-8: dropped
        else if (used != (size_t)-2) return 1;
        else if (count == sizeof bytes) count = 0;
    }
}
