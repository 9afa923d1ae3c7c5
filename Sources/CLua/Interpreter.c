// One interpreter, opened and closed.

#include "Boundary.h"
#include <stdlib.h>

/// How far a userdata's bytes are behind the start of its block.
static int find_userdata_offset(lua_State *L) {
    clua_box *box = clua_of(L);
    char *userdata = lua_newuserdatauv(L, sizeof(clua_owner), 0);
    box->userdata_offset = userdata - box->latest;
    return 0;
}

lua_State *clua_open(size_t memory, uint64_t nanoseconds, uint64_t seed) {
    clua_box *box = calloc(1, sizeof *box);
    if (!box) return NULL;
    box->limit = memory;
    box->collect_at = memory / 4;
    box->control = clua_new_switch(nanoseconds);
    lua_State *L = box->control ? lua_newstate(clua_allocate, box) : NULL;
    if (!L) {
        if (box->control) clua_forget_switch(box->control);
        free(box);
        return NULL;
    }
    box->main = box->running = L;
    *(clua_box **)lua_getextraspace(L) = box;
    clua_seed(L, seed);
    lua_gc(L, LUA_GCSTOP);
    lua_pushcfunction(L, find_userdata_offset);
    if (lua_pcallk(L, 0, 0, 0, 0, NULL) != LUA_OK) {
        clua_close(L);
        return NULL;
    }
    lua_gc(L, LUA_GCRESTART);
    // Environments come and go with each trial: a longer pause between collections is cheaper, the limit still holds.
    lua_gc(L, LUA_GCINC, 400, 0, 0);
    lua_pushcfunction(L, clua_open_standard);
    if (lua_pcallk(L, 0, 0, 0, 0, NULL) != LUA_OK) {
        clua_close(L);
        return NULL;
    }
    return L;
}

void clua_close(lua_State *L) {
    clua_box *box = clua_of(L);
    clua_switch *control = box->control;
    lua_close(L);
    clua_release_dead(box);
    free(box->dead);
    free(box);
    clua_forget_switch(control);
}
