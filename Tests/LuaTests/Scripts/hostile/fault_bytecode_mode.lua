-- ab859fe5, with the mode that allows it.
-- ends: error
-- says: only text can be loaded

assert(load("\27Lua", "x", "b"))
