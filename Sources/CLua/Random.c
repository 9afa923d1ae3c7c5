// math.random, seeded from outside: the same seed gives the same numbers on each machine.

#include "Boundary.h"
#include <math.h>

static uint64_t rotate(uint64_t x, int k) { return (x << k) | (x >> (64 - k)); }

/// xoshiro256**, Blackman and Vigna 2018; what Lua itself uses.
static uint64_t next_bits(clua_box *box) {
    uint64_t *s = box->random, result = rotate(s[1] * 5, 7) * 9, shifted = s[1] << 17;
    s[2] ^= s[0];
    s[3] ^= s[1];
    s[1] ^= s[2];
    s[0] ^= s[3];
    s[2] ^= shifted;
    s[3] = rotate(s[3], 45);
    return result;
}

/// Fills the state by SplitMix64, as its authors advise.
void clua_seed(lua_State *L, uint64_t seed) {
    clua_box *box = clua_of(L);
    for (int i = 0; i < 4; i++) {
        uint64_t z = seed += 0x9E3779B97F4A7C15u;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
        box->random[i] = z ^ (z >> 31);
    }
}

/// From 0 to `last`, each equally likely.
static uint64_t up_to(clua_box *box, uint64_t last) {
    if (last == UINT64_MAX) return next_bits(box);
    uint64_t mask = last;
    for (int shift = 1; shift < 64; shift *= 2) mask |= mask >> shift;
    for (;;) {
        uint64_t number = next_bits(box) & mask;
        if (number <= last) return number;
    }
}

static int math_random(lua_State *L) {
    clua_box *box = clua_of(L);
    lua_Integer low = 1, high;
    switch (lua_gettop(L)) {
        case 0: lua_pushnumber(L, (double)(next_bits(box) >> 11) * 0x1p-53); return 1;
        case 1:
            high = luaL_checkinteger(L, 1);
            if (high == 0) {
                lua_pushinteger(L, (lua_Integer)next_bits(box));
                return 1;
            }
            break;
        case 2:
            low = luaL_checkinteger(L, 1);
            high = luaL_checkinteger(L, 2);
            break;
        default: return luaL_error(L, "wrong number of arguments");
    }
    luaL_argcheck(L, low <= high, lua_gettop(L), "interval is empty");
    lua_pushinteger(L, (lua_Integer)(up_to(box, (uint64_t)high - (uint64_t)low) + (uint64_t)low));
    return 1;
}

static int math_randomseed(lua_State *L) {
    return clua_raise(
        L, "math.randomseed is not available to strategies: each trial has its own seed, so that it can be repeated");
}

void clua_open_random(lua_State *L) {
    static const luaL_Reg own[] = {{"random", math_random}, {"randomseed", math_randomseed}, {NULL, NULL}};
    lua_getfield(L, -1, "math");
    luaL_setfuncs(L, own, 0);
    lua_pop(L, 1);
}
