-- An error in a coroutine, passed on by wrap.
-- ends: error
-- says: inside

coroutine.wrap(function() error("inside") end)()
