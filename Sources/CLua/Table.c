// The functions of `table`, on the table itself: a metamethod that lies about a length would keep Lua's own busy for
// ever. Long loops look whether they are to stop. Sorting is stable, and so the same everywhere: Lua's own takes its
// pivots from the clock.

#include "Boundary.h"
#include <limits.h>
#include <string.h>

static lua_Integer length_of(lua_State *L, int argument) {
    luaL_checktype(L, argument, LUA_TTABLE);
    return (lua_Integer)lua_rawlen(L, argument);
}

static inline void poll_at(lua_State *L, lua_Integer step) {
    if ((step & 1023) == 0) clua_poll(L);
}

static int table_insert(lua_State *L) {
    clua_check_writable(L, 1);
    lua_Integer end = length_of(L, 1) + 1, position = end;
    switch (lua_gettop(L)) {
        case 2: break;
        case 3:
            position = luaL_checkinteger(L, 2);
            luaL_argcheck(L, (lua_Unsigned)position - 1u < (lua_Unsigned)end, 2, "position out of bounds");
            for (lua_Integer i = end; i > position; i--) {
                lua_rawgeti(L, 1, i - 1);
                lua_rawseti(L, 1, i);
                poll_at(L, i);
            }
            break;
        default: return luaL_error(L, "wrong number of arguments to 'insert'");
    }
    lua_rawseti(L, 1, position);
    return 0;
}

static int table_remove(lua_State *L) {
    clua_check_writable(L, 1);
    lua_Integer size = length_of(L, 1), position = luaL_optinteger(L, 2, size);
    if (position != size)
        luaL_argcheck(L, (lua_Unsigned)position - 1u <= (lua_Unsigned)size, 2, "position out of bounds");
    lua_rawgeti(L, 1, position);
    for (; position < size; position++) {
        lua_rawgeti(L, 1, position + 1);
        lua_rawseti(L, 1, position);
        poll_at(L, position);
    }
    lua_pushnil(L);
    lua_rawseti(L, 1, position);
    return 1;
}

static int table_concat(lua_State *L) {
    lua_Integer last = length_of(L, 1);
    size_t length;
    const char *separator = luaL_optlstring(L, 2, "", &length);
    lua_Integer i = luaL_optinteger(L, 3, 1);
    last = luaL_optinteger(L, 4, last);
    luaL_Buffer text;
    luaL_buffinit(L, &text);
    for (; i <= last; i++) {
        lua_rawgeti(L, 1, i);
        if (!lua_isstring(L, -1))
            return luaL_error(
                L, "invalid value (at index %I) in table for 'concat'", (LUAI_UACINT)i);
        luaL_addvalue(&text);
        if (i == last) break;
        luaL_addlstring(&text, separator, length);
        poll_at(L, i);
    }
    luaL_pushresult(&text);
    return 1;
}

static int table_unpack(lua_State *L) {
    lua_Integer size = length_of(L, 1), first = luaL_optinteger(L, 2, 1), last = luaL_optinteger(L, 3, size);
    if (first > last) return 0;
    lua_Unsigned count = (lua_Unsigned)last - (lua_Unsigned)first;
    if (count >= INT_MAX || !lua_checkstack(L, (int)++count)) return luaL_error(L, "too many results to unpack");
    for (lua_Unsigned i = 0; i < count; i++) lua_rawgeti(L, 1, (lua_Integer)((lua_Unsigned)first + i));
    return (int)count;
}

static int table_move(lua_State *L) {
    lua_Integer first = luaL_checkinteger(L, 2), last = luaL_checkinteger(L, 3), to = luaL_checkinteger(L, 4);
    int target = lua_isnoneornil(L, 5) ? 1 : 5;
    luaL_checktype(L, 1, LUA_TTABLE);
    clua_check_writable(L, target);
    if (last >= first) {
        luaL_argcheck(L, first > 0 || last < LUA_MAXINTEGER + first, 3, "too many elements to move");
        luaL_argcheck(L, to <= LUA_MAXINTEGER - (last - first + 1) + 1, 4, "destination wrap around");
        bool forward = to > last || to <= first || (target != 1 && !lua_rawequal(L, 1, target));
        lua_Integer count = last - first + 1;
        for (lua_Integer i = 0; i < count; i++) {
            lua_Integer offset = forward ? i : count - 1 - i;
            lua_rawgeti(L, 1, first + offset);
            lua_rawseti(L, target, to + offset);
            poll_at(L, i);
        }
    }
    lua_pushvalue(L, target);
    return 1;
}

// ---- Sorting -------------------------------------------------------------------------------------------------------

typedef struct {
    lua_State *L;
    bool has_function;
    lua_Integer steps;
} sorting;

/// Whether element `a` of the table at 1 comes before element `b`, by the function at 2 or by `<`.
static bool comes_before(sorting *sort, int a, int b) {
    lua_State *L = sort->L;
    bool before;
    poll_at(L, ++sort->steps);
    if (sort->has_function) {
        lua_pushvalue(L, 2);
        lua_rawgeti(L, 3, a);
        lua_rawgeti(L, 3, b);
        lua_callk(L, 2, 1, 0, NULL);
        before = lua_toboolean(L, -1);
        lua_pop(L, 1);
    } else {
        lua_rawgeti(L, 3, a);
        lua_rawgeti(L, 3, b);
        before = lua_compare(L, -2, -1, LUA_OPLT);
        lua_pop(L, 2);
    }
    return before;
}

/// Merge sort of positions: stable, and at its best when much is in order already.
static void sort_positions(sorting *sort, int *places, int *scratch, int count) {
    if (count < 2) return;
    int half = count / 2;
    sort_positions(sort, places, scratch, half);
    sort_positions(sort, places + half, scratch, count - half);
    if (!comes_before(sort, places[half], places[half - 1])) return;
    memcpy(scratch, places, (size_t)half * sizeof *places);
    int left = 0, right = half, next = 0;
    while (left < half && right < count)
        places[next++] = comes_before(sort, places[right], scratch[left]) ? places[right++] : scratch[left++];
    memcpy(places + next, scratch + left, (size_t)(half - left) * sizeof *places);
}

static int table_sort(lua_State *L) {
    clua_check_writable(L, 1);
    lua_Integer size = length_of(L, 1);
    bool has_function = !lua_isnoneornil(L, 2);
    if (has_function) luaL_checktype(L, 2, LUA_TFUNCTION);
    if (size < 2) return 0;
    luaL_argcheck(L, size < INT_MAX / 2, 1, "array too big");
    lua_settop(L, 2);
    int count = (int)size;
    lua_createtable(L, count, 0);  // 3: the elements as they were
    for (int i = 1; i <= count; i++) {
        lua_rawgeti(L, 1, i);
        lua_rawseti(L, 3, i);
    }
    int *places = lua_newuserdatauv(L, (size_t)count * 2 * sizeof *places, 0);
    for (int i = 0; i < count; i++) places[i] = i + 1;
    sorting sort = {L, has_function, 0};
    luaL_checkstack(L, 8, NULL);
    sort_positions(&sort, places, places + count, count);
    for (int i = 0; i < count; i++) {
        lua_rawgeti(L, 3, places[i]);
        lua_rawseti(L, 1, i + 1);
    }
    return 0;
}

void clua_open_table(lua_State *L) {
    static const luaL_Reg own[] = {
        {"insert", table_insert}, {"remove", table_remove}, {"concat", table_concat}, {"unpack", table_unpack},
        {"move", table_move}, {"sort", table_sort}, {NULL, NULL},
    };
    lua_getfield(L, -1, "table");
    luaL_setfuncs(L, own, 0);
    lua_pop(L, 1);
}
