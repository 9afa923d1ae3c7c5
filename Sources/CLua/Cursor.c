// Columns that scripts read at one row after another. A name costs a look-up in a table and a load, 35 ns with the call
// from Lua, where a field that Swift reads costs 110.

#include "Boundary.h"
#include <math.h>

static void push_names(lua_State *L, clua_cursor *cursor) { lua_rawgetp(L, LUA_REGISTRYINDEX, cursor); }

static inline bool flag(const void *column, int64_t row) { return ((const uint64_t *)column)[row / 64] >> (row % 64) & 1; }

/// The reading lies on top.
static int read(lua_State *L, const clua_cursor *cursor) {
    const clua_reading *reading = lua_touserdata(L, -1);
    int64_t row = cursor->row;
    const double *numbers = reading->column;
    switch (reading->kind) {
        case CLUA_NUMBERS: lua_pushnumber(L, numbers[row]); break;
        case CLUA_WHOLES: lua_pushinteger(L, ((const int64_t *)reading->column)[row]); break;
        case CLUA_FLAGS: lua_pushboolean(L, flag(reading->column, row)); break;
        case CLUA_CELL: lua_pushnumber(L, cursor->cells[reading->offset]); break;
        case CLUA_LINE: {
            double product = cursor->cells[reading->factor] * numbers[row];  // rounded, as Swift does
            lua_pushnumber(L, cursor->cells[reading->offset] + product);
            break;
        }
        case CLUA_ROW: lua_pushinteger(L, row + 1); break;
        default: lua_rawgetp(L, lua_upvalueindex(2), reading);
    }
    return 1;
}

/// __index: upvalues are the cursor, the names, the type's own way.
static int index_cursor(lua_State *L) {
    clua_cursor *cursor = lua_touserdata(L, lua_upvalueindex(1));
    if (cursor->row >= 0) {
        lua_pushvalue(L, 2);
        switch (lua_rawget(L, lua_upvalueindex(2))) {
            case LUA_TUSERDATA: return read(L, cursor);
            case LUA_TFUNCTION: return 1;
            default: lua_settop(L, 2);
        }
    }
    lua_pushvalue(L, lua_upvalueindex(3));
    lua_insert(L, 1);
    lua_callk(L, 2, 1, 0, NULL);
    return 1;
}

/// `object:ago(name, n)`: what a column had n rows ago. Anything unusual goes the type's way, which has the words for it.
static int ago(lua_State *L) {
    clua_cursor *cursor = lua_touserdata(L, lua_upvalueindex(1));
    int whole = 0;
    lua_Integer rows = lua_type(L, 3) == LUA_TNUMBER ? lua_tointegerx(L, 3, &whole) : 0;
    if (cursor->row >= 0 && lua_gettop(L) == 3 && whole && rows >= 0 && clua_type_of(L, 1) == cursor->type) {
        lua_pushvalue(L, 2);
        if (lua_rawget(L, lua_upvalueindex(2)) == LUA_TUSERDATA) {
            const clua_reading *reading = lua_touserdata(L, -1);
            int64_t row = rows > cursor->row ? -1 : cursor->row - rows;
            switch (reading->kind) {
                case CLUA_FLAGS: lua_pushboolean(L, row >= 0 && flag(reading->column, row)); return 1;
                case CLUA_NUMBERS: lua_pushnumber(L, row < 0 ? NAN : ((const double *)reading->column)[row]); return 1;
                case CLUA_WHOLES:
                    if (row < 0) lua_pushnumber(L, NAN);
                    else lua_pushinteger(L, ((const int64_t *)reading->column)[row]);
                    return 1;
            }
        }
        lua_settop(L, 3);
    }
    int count = lua_gettop(L);
    lua_pushvalue(L, lua_upvalueindex(3));
    lua_pushvalue(L, 1);
    lua_pushliteral(L, "ago");
    lua_callk(L, 2, 1, 0, NULL);
    lua_insert(L, 1);
    lua_callk(L, count, 1, 0, NULL);
    return 1;
}

clua_cursor *clua_new_cursor(lua_State *L, const void *type) {
    lua_rawgetp(L, LUA_REGISTRYINDEX, type);
    int metatable = lua_gettop(L);
    clua_cursor *cursor = lua_newuserdatauv(L, sizeof *cursor, 0);
    *cursor = (clua_cursor){.row = -1, .type = type};
    lua_createtable(L, 0, 32);
    lua_pushvalue(L, -1);
    lua_rawsetp(L, LUA_REGISTRYINDEX, cursor);
    lua_pushliteral(L, "__index");
    lua_rawget(L, metatable);

    // The names hold `ago` as they hold readings; `clua_clear_readings` keeps it.
    for (int i = 0; i < 3; i++) lua_pushvalue(L, metatable + 1 + i);
    lua_pushcclosure(L, ago, 3);
    lua_pushliteral(L, "ago");
    lua_insert(L, -2);
    lua_rawset(L, metatable + 2);

    lua_pushcclosure(L, index_cursor, 3);
    lua_pushliteral(L, "__index");
    lua_insert(L, -2);
    lua_rawset(L, metatable);
    lua_settop(L, metatable - 1);
    return cursor;
}

void clua_clear_readings(lua_State *L, clua_cursor *cursor) {
    push_names(L, cursor);
    lua_pushnil(L);
    while (lua_next(L, -2)) {
        bool stays = lua_type(L, -1) == LUA_TFUNCTION;
        lua_pop(L, 1);
        if (stays) continue;
        lua_pushvalue(L, -1);
        lua_pushnil(L);
        lua_rawset(L, -4);
    }
    lua_pop(L, 1);
}

void clua_set_reading(lua_State *L, clua_cursor *cursor, const char *name, clua_reading reading) {
    push_names(L, cursor);
    lua_pushstring(L, name);
    *(clua_reading *)lua_newuserdatauv(L, sizeof reading, 0) = reading;
    lua_rawset(L, -3);
    lua_pop(L, 1);
}

void clua_set_value(lua_State *L, clua_cursor *cursor, const char *name) {
    push_names(L, cursor);
    lua_pushstring(L, name);
    lua_rawget(L, -2);
    const void *reading = lua_touserdata(L, -1);
    lua_pop(L, 1);
    lua_insert(L, -2);
    lua_rawsetp(L, -2, reading);
    lua_pop(L, 1);
}

/// The cursor, the end, the function, its two arguments.
static int walk(lua_State *L) {
    clua_cursor *cursor = lua_touserdata(L, 1);
    lua_Integer end = lua_tointegerx(L, 2, NULL);
    for (;;) {
        for (int i = 3; i <= 5; i++) lua_pushvalue(L, i);
        lua_callk(L, 2, 0, 0, NULL);
        clua_poll(L);
        if (cursor->halted || cursor->row + 1 >= end) return 0;
        cursor->row++;
    }
}

int clua_walk(lua_State *L, clua_cursor *cursor, int64_t first, int64_t end) {
    cursor->row = first;
    cursor->halted = false;
    lua_pushcfunction(L, walk);
    lua_pushlightuserdata(L, cursor);
    lua_pushinteger(L, end);
    lua_rotate(L, -6, 3);
    return clua_run(L, 5, 0);
}

void clua_push_place(lua_State *L) {
    clua_push_position(L);
    size_t length;
    const char *text = lua_tolstring(L, -1, &length);
    lua_pushlstring(L, text, length >= 2 ? length - 2 : 0);
    lua_remove(L, -2);
}
