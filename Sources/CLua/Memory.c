// An interpreter's memory: the limit, the age of each block, and the Swift objects whose userdata are gone.

#include "Boundary.h"
#include <stdlib.h>

// Each block carries its number, so that objects can be ordered by age: addresses differ from run to run. The highest
// bit marks userdata that owns a Swift object.
#define HEADER sizeof(uint64_t)
#define OWNS ((uint64_t)1 << 63)

static inline uint64_t *header_of(void *block) { return (uint64_t *)((char *)block - HEADER); }

/// What malloc really takes for a block, so that the limit is one of the process's memory.
static inline size_t charge(size_t size) { return (size + HEADER + 8 + 15) & ~(size_t)15; }

// ---- What Lua owns of Swift ----------------------------------------------------------------------------------------

/// Called in the midst of a collection, where Swift must not run: the object waits for `clua_release_dead`.
static void give_up(clua_box *box, void *userdata) {
    clua_owner *own = userdata;
    box->foreign -= own->shared.cost;
    if (box->dead_count == box->dead_size) {
        size_t size = box->dead_size ? 2 * box->dead_size : 64;
        clua_dead *dead = realloc(box->dead, size * sizeof *dead);
        if (!dead) return;  // a leak is the lesser evil
        box->dead = dead;
        box->dead_size = size;
    }
    box->dead[box->dead_count++] = (clua_dead){own->shared.object, own->release};
}

void clua_release_dead(clua_box *box) {
    bool enforced = box->enforced;
    box->enforced = false;
    while (box->dead_count) {
        clua_dead dead = box->dead[--box->dead_count];
        dead.release(dead.object);
    }
    box->enforced = enforced;
}

void *clua_push_owner(
    lua_State *L, size_t size, void *object, const void *type, size_t cost, clua_release release
) {
    clua_box *box = clua_of(L);
    clua_owner *own = lua_newuserdatauv(L, size, 0);
    *own = (clua_owner){{object, type, cost, ++box->made}, release};
    *header_of((char *)own - box->userdata_offset) |= OWNS;
    box->foreign += cost;
    return own;
}

// ---- The allocator -------------------------------------------------------------------------------------------------

void *clua_allocate(void *context, void *block, size_t old, size_t size) {
    clua_box *box = context;
    if (size == 0) {
        if (block) {
            if (*header_of(block) & OWNS) give_up(box, (char *)block + box->userdata_offset);
            box->used -= charge(old);
            free(header_of(block));
        }
        return NULL;
    }
    size_t before = block ? charge(old) : 0, after = charge(size);
    if (after > before && box->enforced) {
        bool refused = box->fail_in == 1;
        if (refused ? box->fail_once : box->fail_in > 0) box->fail_in--;
        refused |= after - before > box->limit || box->used + box->foreign > box->limit - (after - before);
        if (refused) {
            // Lua calls no handler where memory is out, so the place is noted here, in case this is the end.
            if (!box->has_traceback) clua_note_traceback(box->running);
            return NULL;
        }
    }
    char *place = block ? realloc((char *)block - HEADER, size + HEADER) : malloc(size + HEADER);
    if (!place) return NULL;
    if (!block) {
        *(uint64_t *)place = ++box->made;
        box->latest = place + HEADER;
    }
    if (!box->first) {
        box->first = place + HEADER;
        box->first_size = size;
    }
    box->used += after - before;
    if (box->used > box->peak) box->peak = box->used;
    return place + HEADER;
}

size_t clua_memory(lua_State *L) { return clua_of(L)->used + clua_of(L)->foreign; }
size_t clua_memory_peak(lua_State *L) { return clua_of(L)->peak; }
uint64_t clua_allocations_left(lua_State *L) { return clua_of(L)->fail_in; }

void clua_fail_allocation(lua_State *L, uint64_t n, bool once) {
    clua_of(L)->fail_in = n;
    clua_of(L)->fail_once = once;
}

uint64_t clua_age(lua_State *L, int index) {
    const char *place = lua_topointer(L, index);
    switch (lua_type(L, index)) {
        case LUA_TTABLE: break;
        case LUA_TUSERDATA: return ((clua_object *)lua_touserdata(L, index))->number;
        case LUA_TTHREAD: place -= LUA_EXTRASPACE; break;
        case LUA_TFUNCTION:
            if (lua_iscfunction(L, index)) {
                if (!lua_getupvalue(L, index, 1)) return (uint64_t)(place - (const char *)&clua_open);
                lua_pop(L, 1);
            }
            break;
        default: return 0;
    }
    return *(const uint64_t *)(place - HEADER) & ~OWNS;
}

void clua_relieve(lua_State *L, clua_box *box) {
    lua_gc(L, LUA_GCCOLLECT);
    clua_release_dead(box);
    size_t taken = box->used + box->foreign;
    if (taken > box->limit) {
        clua_give_reason(box, CLUA_MEMORY);
        clua_raise_stop(L);
    }
    box->collect_at = box->foreign + (box->limit - taken) / 4;
}
