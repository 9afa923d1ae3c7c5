#pragma once

// A cursor: names that scripts read at one row of columns, while a function is called at one row after another.
//
// C answers them from memory, and calls the function for a stretch of rows in one protected run. The columns belong to
// Swift, which keeps them as long as the cursor may be at a row of theirs.

#include "CLua.h"

/// What a name reads at the row.
enum {
    CLUA_NUMBERS,  // a double of the column
    CLUA_WHOLES,   // an int64_t of the column
    CLUA_FLAGS,    // a bit of the column's 64-bit words
    CLUA_CELL,     // a cell
    CLUA_LINE,     // the cell `offset` + the cell `factor` * the column's double
    CLUA_ROW,      // the row's number, from 1
    CLUA_VALUE,    // a Lua value, the same at each row until it is set again
};

typedef struct clua_reading {
    int kind, offset, factor;
    const void *column;
} clua_reading;

typedef struct clua_cursor {
    int64_t row;     // from 0; below 0 no name is answered
    bool halted;     // set while the function runs: it is not called again
    double cells[4];
    const void *type;
} clua_cursor;

/// A cursor for the objects of a type whose metatable is made already; what it does not answer goes the type's way.
/// It lives as long as the interpreter. ('m')
clua_cursor *clua_new_cursor(lua_State *L, const void *type);

static inline void clua_set_cell(clua_cursor *cursor, int place, double value) { cursor->cells[place] = value; }

/// Forgets all names. ('-')
void clua_clear_readings(lua_State *L, clua_cursor *cursor);

/// Names a reading. ('m')
void clua_set_reading(lua_State *L, clua_cursor *cursor, const char *name, clua_reading reading);

/// Pops what a name of the kind CLUA_VALUE reads from now on. ('m')
void clua_set_value(lua_State *L, clua_cursor *cursor, const char *name);

/// Calls the function below two arguments with them at each row from `first` to before `end` (at least one), until it
/// halts the cursor: in one run, with the results of clua_run. The cursor stays at the last row that was called.
int clua_walk(lua_State *L, clua_cursor *cursor, int64_t first, int64_t end);

/// Pushes "file:line" of the innermost Lua frame, or "". ('m')
void clua_push_place(lua_State *L);
