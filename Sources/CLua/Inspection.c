// What the parser made of a text, looked through before it runs, for what Lua 5.4.4 does not bear (README.md, here):
// code that it compiles wrongly, and chains of indexing so long that the search for the name of a faulty value, which is
// recursive and starts from the function's beginning each time, takes seconds or the C stack.

#include "Boundary.h"
#include <lua5.4/lualib.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

// ---- Reading a dump ------------------------------------------------------------------------------------------------

typedef struct {
    unsigned char *bytes;
    size_t length, size, place;
    bool failed;
} dump;

static int write_dump(lua_State *L, const void *piece, size_t length, void *context) {
    (void)L;
    dump *d = context;
    if (d->size - d->length < length) {
        size_t size = 2 * d->size + length + 4096;
        unsigned char *bytes = realloc(d->bytes, size);
        if (!bytes) return 1;
        d->bytes = bytes;
        d->size = size;
    }
    memcpy(d->bytes + d->length, piece, length);
    d->length += length;
    return 0;
}

static const unsigned char *take(dump *d, size_t count) {
    if (d->length - d->place < count) {
        d->failed = true;
        return NULL;
    }
    d->place += count;
    return d->bytes + d->place - count;
}

/// Seven bits a byte, the highest first; the last byte is marked.
static size_t take_number(dump *d) {
    size_t number = 0;
    for (const unsigned char *byte; (byte = take(d, 1)) != NULL;) {
        number = number << 7 | (*byte & 127);
        if (*byte & 128) return number;
    }
    return 0;
}

static void skip_text(dump *d) {
    size_t size = take_number(d);
    if (size > 1) take(d, size - 1);
}

static void skip_constants(dump *d) {
    enum { INTEGER = 3, FLOAT = 19, SHORT_TEXT = 4, LONG_TEXT = 20 };
    for (size_t count = take_number(d); count > 0 && !d->failed; count--) {
        const unsigned char *kind = take(d, 1);
        if (!kind) return;
        if (*kind == INTEGER || *kind == FLOAT) take(d, 8);
        if (*kind == SHORT_TEXT || *kind == LONG_TEXT) skip_text(d);
    }
}

/// Whether the Lua that is linked compiles a comparison as a key wrongly.
static bool is_faulty;

// ---- The traces ----------------------------------------------------------------------------------------------------

enum {
    MOVE = 0, LOADK = 3, LFALSESKIP = 6, GETUPVAL = 9, GETTABLE = 12, GETFIELD = 14, NEWTABLE = 19, SELF = 20, ADDI = 21,
    BAND = 41, BXOR = 43, SHR = 45, UNM = 49, CONCAT = 53, JMP = 56, TESTSET = 67, CALL = 68, CLOSURE = 79, VARARG = 80,
};

static uint32_t instruction(const unsigned char *code, size_t i) {
    uint32_t word;
    memcpy(&word, code + 4 * i, 4);
    return word;
}

static unsigned operation(uint32_t word) { return word & 127; }
static size_t target(uint32_t jump, size_t i) { return i + 1 + (size_t)((int64_t)(jump >> 7) - 16777215); }

/// t[a < b] where `t` is outside of the function (fixed upstream by 782ef85b): the table is fetched where the comparison
/// jumps over it.
static bool fetches_behind_comparison(const unsigned char *code, size_t i) {
    return i > 0 && operation(instruction(code, i)) == LFALSESKIP && operation(instruction(code, i - 1)) == GETUPVAL;
}

/// 5 & (a or b) in a function of more than 256 constants (c764ca71): the number is fetched where the choice jumps over it.
static bool fetches_behind_choice(const unsigned char *code, size_t i) {
    uint32_t word = instruction(code, i);
    if (operation(word) < BAND || operation(word) > BXOR) return false;
    unsigned left = word >> 16 & 255, right = word >> 24;
    size_t load = i;
    while (load > 0) {
        uint32_t before = instruction(code, --load);
        unsigned into = before >> 7 & 255;
        if (operation(before) == LOADK && (into == left || into == right)) break;
        if (i - load > 8) return false;
    }
    for (size_t back = 1; back <= load && back < 256; back++) {
        uint32_t jump = instruction(code, load - back);
        if (operation(jump) != JMP) continue;
        size_t to = target(jump, load - back);
        if (to > load && to <= i) return true;
    }
    return false;
}

/// Whether the instruction gives its register a value that has no name.
static bool loads(unsigned operation) {
    return operation <= GETUPVAL || operation == NEWTABLE || (operation >= ADDI && operation <= SHR)
        || (operation >= UNM && operation <= CONCAT) || operation == TESTSET || operation == CALL
        || operation == CLOSURE || operation == VARARG;
}

/// Follows how many registers the name of each register's value would be looked for in.
static bool is_long_chain(uint32_t word, unsigned links[256]) {
    enum { MOST_LINKS = 1000 };
    unsigned kind = operation(word), a = word >> 7 & 255, b = word >> 16 & 255, c = word >> 24;
    if (kind == MOVE)
        links[a] = links[b] + 1;
    else if (kind == GETTABLE || kind == SELF)
        links[a] = links[b] + links[c] + 1;
    else if (kind > GETTABLE && kind <= GETFIELD)
        links[a] = links[b] + 1;
    else if (loads(kind))
        links[a] = 0;
    return links[a] > MOST_LINKS;
}

#define WRONGLY " is compiled wrongly by this Lua; make it a local first"

/// Looks through the function at the place in the dump and those in it; what is wrong, and in which one's line.
static const char *fault_of(dump *d, size_t *line) {
    const char *fault = NULL;
    unsigned links[256] = {0};
    skip_text(d);
    size_t began = take_number(d);
    take_number(d);
    take(d, 3);
    size_t count = take_number(d);
    const unsigned char *code = count <= d->length ? take(d, 4 * count) : NULL;
    for (size_t i = 0; code && i < count && !fault; i++) {
        if (is_long_chain(instruction(code, i), links)) fault = "one value is indexed more than 1000 times in a row";
        if (!is_faulty) continue;
        if (fetches_behind_comparison(code, i))
            fault = "a comparison as the key of an outer table, as in t[a < b]," WRONGLY;
        if (fetches_behind_choice(code, i)) fault = "a choice behind a number, as in 5 & (a or b)," WRONGLY;
    }
    if (fault) *line = began;
    skip_constants(d);
    take(d, 3 * take_number(d));
    for (size_t inner = take_number(d); inner > 0 && !d->failed && !fault; inner--) fault = fault_of(d, line);
    take_number(d);  // what it knew of lines and names was not dumped
    take_number(d);
    take_number(d);
    take_number(d);
    return fault;
}

// ---- The check -----------------------------------------------------------------------------------------------------

/// Asks the Lua that is linked whether it has the older of the two faults.
static void try_lua(void) {
    // The three locals leave numbers where the table would be.
    static const char text[] =
        "local t = {[true] = 1} return (function(a) do local x, y, z = 1, 2, 3 end return t[a == 1] end)(1)";
    lua_State *L = luaL_newstate();
    if (!L) return;
    is_faulty = luaL_loadbufferx(L, text, sizeof text - 1, "=faults", "t") == LUA_OK
        && (lua_pcallk(L, 0, 1, 0, 0, NULL) != LUA_OK || lua_tointegerx(L, -1, NULL) != 1);
    lua_close(L);
}

const char *clua_inspect(lua_State *L, size_t *line) {
    enum { VERSION = 4, HEADER = 32 };
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, try_lua);
    dump d = {0};
    const char *fault = NULL;
    // Another version has other instructions.
    if (lua_dump(L, write_dump, &d, 1) == 0 && take(&d, HEADER) && d.bytes[VERSION] == 0x54) fault = fault_of(&d, line);
    free(d.bytes);
    return fault;
}
