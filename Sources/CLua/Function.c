// The trampoline: Swift functions as Lua functions.

#include "Boundary.h"

int clua_call_swift(lua_State *L, clua_function *function) {
    clua_box *box = clua_of(L);
    bool enforced = box->enforced;
    box->enforced = false;
    int count = function->body(L, function->owner.shared.object);
    box->enforced = enforced;
    if (box->dead_count) clua_release_dead(box);
    if (clua_must_stop(box)) clua_raise_stop(L);
    if (count < 0) {
        if (count == CLUA_RAISE) {
            clua_push_position(L);
            lua_insert(L, -2);
            lua_concat(L, 2);
        }
        return lua_error(L);
    }
    if (box->foreign > box->collect_at || box->used + box->foreign > box->limit) clua_relieve(L, box);
    return count;
}

static int trampoline(lua_State *L) { return clua_call_swift(L, lua_touserdata(L, lua_upvalueindex(1))); }

void clua_push_function(lua_State *L, clua_body body, void *context, clua_release release) {
    clua_function *function = clua_push_owner(L, sizeof *function, context, NULL, 0, release);
    function->body = body;
    lua_pushcclosure(L, trampoline, 1);
}
