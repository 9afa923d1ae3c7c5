// pairs and next in a fixed order: numbers, strings by their bytes, booleans, then objects by age. Lua's own order
// comes from addresses and would give another result in each process.

#include "Boundary.h"
#include <string.h>

typedef struct {
    int rank;  // of its kind
    union {
        lua_Integer integer;
        lua_Number number;
        uint64_t age;
        struct {
            const char *bytes;
            size_t length;
        } text;
    };
} sort_key;

enum { INTEGER, NUMBER, TEXT, BOOLEAN, OBJECT };

static sort_key key_at(lua_State *L, int index) {
    sort_key key = {.rank = OBJECT};
    switch (lua_type(L, index)) {
        case LUA_TNUMBER:
            if (lua_isinteger(L, index)) {
                key.rank = INTEGER;
                key.integer = lua_tointegerx(L, index, NULL);
            } else {
                key.rank = NUMBER;
                key.number = lua_tonumberx(L, index, NULL);
            }
            break;
        case LUA_TSTRING:
            key.rank = TEXT;
            key.text.bytes = lua_tolstring(L, index, &key.text.length);
            break;
        case LUA_TBOOLEAN:
            key.rank = BOOLEAN;
            key.integer = lua_toboolean(L, index);
            break;
        default: key.age = clua_age(L, index);
    }
    return key;
}

/// Compares an integer with a float that is no integer, without rounding the integer.
static int against(lua_Integer integer, lua_Number number) {
    if (number >= 9223372036854775808.0) return -1;
    if (number < -9223372036854775808.0) return 1;
    lua_Integer whole = (lua_Integer)number;  // towards zero
    if (integer != whole) return integer < whole ? -1 : 1;
    return number > (lua_Number)whole ? -1 : 1;
}

static int compare(const void *left, const void *right) {
    const sort_key *a = left, *b = right;
    if (a->rank <= NUMBER && b->rank <= NUMBER && a->rank != b->rank)
        return a->rank == INTEGER ? against(a->integer, b->number) : -against(b->integer, a->number);
    if (a->rank != b->rank) return a->rank < b->rank ? -1 : 1;
    switch (a->rank) {
        case NUMBER: return (a->number > b->number) - (a->number < b->number);
        case OBJECT: return (a->age > b->age) - (a->age < b->age);
        case TEXT: {
            size_t shorter = a->text.length < b->text.length ? a->text.length : b->text.length;
            int order = memcmp(a->text.bytes, b->text.bytes, shorter);
            return order ? order : (a->text.length > b->text.length) - (a->text.length < b->text.length);
        }
        default: return (a->integer > b->integer) - (a->integer < b->integer);
    }
}

/// Merge sort; a run that is to end stops it, where that may raise. `scratch` holds half as many.
static void sort_keys(lua_State *L, sort_key *keys, sort_key *scratch, int64_t count, bool may_raise) {
    if (count < 2) return;
    int64_t half = count / 2;
    sort_keys(L, keys, scratch, half, may_raise);
    sort_keys(L, keys + half, scratch, count - half, may_raise);
    if (may_raise && count >= 1024) clua_poll(L);
    if (compare(&keys[half - 1], &keys[half]) <= 0) return;
    memcpy(scratch, keys, (size_t)half * sizeof *keys);
    int64_t left = 0, right = half, next = 0;
    while (left < half && right < count)
        keys[next++] = compare(&keys[right], &scratch[left]) < 0 ? keys[right++] : scratch[left++];
    memcpy(keys + next, scratch + left, (size_t)(half - left) * sizeof *keys);
}

/// Counts the keys of the table at `table`; true if Lua's own order is the fixed one: 1, 2, 3... Swift calls it, too,
/// and then it must not raise.
static bool is_in_order(lua_State *L, int table, int64_t *count, bool may_raise) {
    bool in_order = true;
    int64_t number = 0;
    lua_pushnil(L);
    while (lua_next(L, table)) {
        lua_pop(L, 1);
        if ((++number & 4095) == 0 && may_raise) clua_poll(L);
        in_order = in_order && lua_isinteger(L, -1) && lua_tointegerx(L, -1, NULL) == number;
    }
    *count = number;
    return in_order || number < 2;
}

/// Pushes an array of the sorted keys of the table at `table`.
static void push_sorted(lua_State *L, int table, int64_t count, bool may_raise) {
    sort_key *keys = lua_newuserdatauv(L, (size_t)(count + count / 2 + 1) * sizeof(sort_key), 0);
    int64_t filled = 0;
    bool sorted = true;
    lua_createtable(L, 0, 0);  // booleans and objects by rank and age, to find them again
    lua_pushnil(L);
    while (filled < count && lua_next(L, table)) {
        lua_pop(L, 1);
        keys[filled] = key_at(L, -1);
        if (keys[filled].rank == OBJECT) {
            lua_pushvalue(L, -1);
            lua_rawseti(L, -3, (lua_Integer)keys[filled].age);
        }
        sorted = sorted && (filled == 0 || compare(&keys[filled - 1], &keys[filled]) < 0);
        if ((++filled & 4095) == 0 && may_raise) clua_poll(L);
    }
    lua_pop(L, 1);
    if (!sorted) sort_keys(L, keys, keys + filled, filled, may_raise);
    lua_createtable(L, filled < INT32_MAX ? (int)filled : 0, 0);
    for (int64_t i = 0; i < filled; i++) {
        switch (keys[i].rank) {
            case INTEGER: lua_pushinteger(L, keys[i].integer); break;
            case NUMBER: lua_pushnumber(L, keys[i].number); break;
            case TEXT: lua_pushlstring(L, keys[i].text.bytes, keys[i].text.length); break;
            case BOOLEAN: lua_pushboolean(L, (int)keys[i].integer); break;
            default: lua_rawgeti(L, -2, (lua_Integer)keys[i].age);
        }
        if ((i & 4095) == 0 && may_raise) clua_poll(L);
        lua_rawseti(L, -2, i + 1);
    }
    lua_replace(L, -3);
    lua_pop(L, 1);
}

/// Pushes the sorted keys of the table at `table`, each on its own, if there are few; else nothing, and -1. Raises
/// nothing.
static int push_few(lua_State *L, int table) {
    sort_key keys[CLUA_FEW];
    int first = lua_gettop(L) + 1, count = 0;
    lua_pushnil(L);
    while (lua_next(L, table)) {
        lua_pop(L, 1);
        if (count == CLUA_FEW) {
            lua_settop(L, first - 1);
            return -1;
        }
        sort_key key = key_at(L, -1);
        int place = count++;
        for (; place > 0 && compare(&key, &keys[place - 1]) < 0; place--) keys[place] = keys[place - 1];
        keys[place] = key;
        lua_pushvalue(L, -1);
        lua_insert(L, first + place);  // the one on top is for lua_next
    }
    return count;
}

int64_t clua_push_keys(lua_State *L, int index, bool *apart) {
    index = lua_absindex(L, index);
    int64_t count = push_few(L, index);
    *apart = count >= 0;
    if (*apart) return count;
    is_in_order(L, index, &count, false);
    push_sorted(L, index, count, false);
    return count;
}

/// One step over a table whose sorted keys are upvalue 1, the place reached upvalue 2.
static int step(lua_State *L) {
    lua_Integer place = lua_tointegerx(L, lua_upvalueindex(2), NULL);
    for (;;) {
        if (lua_rawgeti(L, lua_upvalueindex(1), ++place) == LUA_TNIL) return 1;
        lua_pushvalue(L, -1);
        if (lua_rawget(L, 1) != LUA_TNIL) break;  // removed meanwhile: the next one
        lua_pop(L, 2);
    }
    lua_pushinteger(L, place);
    lua_replace(L, lua_upvalueindex(2));
    return 2;
}

/// Lua's own step, for a table that is in order by itself.
static int plain_step(lua_State *L) {
    lua_settop(L, 2);
    if (lua_next(L, 1)) return 2;
    lua_pushnil(L);
    return 1;
}

int clua_pairs(lua_State *L) {
    luaL_checkany(L, 1);
    if (luaL_getmetafield(L, 1, "__pairs") != LUA_TNIL) {
        lua_pushvalue(L, 1);
        lua_callk(L, 1, 3, 0, NULL);
        return 3;
    }
    luaL_checktype(L, 1, LUA_TTABLE);
    lua_settop(L, 1);
    int64_t count;
    if (is_in_order(L, 1, &count, true)) {
        lua_pushcfunction(L, plain_step);
    } else {
        push_sorted(L, 1, count, true);
        lua_pushinteger(L, 0);
        lua_pushcclosure(L, step, 2);
    }
    lua_pushvalue(L, 1);
    lua_pushnil(L);
    return 3;
}

static const char walk_key;

/// next(table, key). The keys of the last table walked are kept, so that a whole walk sorts them once.
static int base_next(lua_State *L) {
    luaL_checktype(L, 1, LUA_TTABLE);
    lua_settop(L, 2);
    bool first = lua_isnil(L, 2);
    if (lua_rawgetp(L, LUA_REGISTRYINDEX, &walk_key) == LUA_TTABLE && !first) {
        lua_rawgeti(L, 3, 1);
        bool same = lua_rawequal(L, -1, 1);
        lua_pop(L, 1);
        if (same) {
            lua_rawgeti(L, 3, 2);               // 4: the keys
            lua_rawgeti(L, 3, 3);               // 5: the place
            lua_Integer place = lua_tointegerx(L, 5, NULL);
            lua_rawgeti(L, 4, place);
            if (lua_rawequal(L, -1, 2)) {
                lua_settop(L, 4);
                while (lua_rawgeti(L, 4, ++place) != LUA_TNIL) {
                    lua_pushvalue(L, -1);
                    if (lua_rawget(L, 1) != LUA_TNIL) {
                        lua_pushinteger(L, place);
                        lua_rawseti(L, 3, 3);
                        return 2;
                    }
                    lua_pop(L, 2);
                }
                // The end, unless keys were added since: then the walk goes on among them.
                int64_t now;
                is_in_order(L, 1, &now, true);
                if (now < place) {
                    lua_pushnil(L);
                    return 1;
                }
            }
        }
    }
    lua_settop(L, 2);
    int64_t count;
    if (is_in_order(L, 1, &count, true)) return plain_step(L);
    push_sorted(L, 1, count, true);                   // 3: the keys
    lua_Integer place = 1;
    if (!first) {
        sort_key wanted = key_at(L, 2);
        for (;; place++) {
            if (lua_rawgeti(L, 3, place) == LUA_TNIL) break;
            sort_key key = key_at(L, -1);
            if (compare(&key, &wanted) > 0) break;
            lua_pop(L, 1);
        }
        lua_settop(L, 3);
    }
    lua_createtable(L, 3, 0);
    lua_pushvalue(L, 1);
    lua_rawseti(L, -2, 1);
    lua_pushvalue(L, 3);
    lua_rawseti(L, -2, 2);
    lua_pushinteger(L, place);
    lua_rawseti(L, -2, 3);
    lua_rawsetp(L, LUA_REGISTRYINDEX, &walk_key);
    if (lua_rawgeti(L, 3, place) == LUA_TNIL) return 1;
    lua_pushvalue(L, -1);
    lua_rawget(L, 1);
    return 2;
}

void clua_open_order(lua_State *L) {
    static const luaL_Reg own[] = {{"pairs", clua_pairs}, {"next", base_next}, {NULL, NULL}};
    luaL_setfuncs(L, own, 0);
}
