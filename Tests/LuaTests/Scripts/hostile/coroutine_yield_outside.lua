-- The main program cannot yield.
-- ends: error
-- says: outside a coroutine

coroutine.yield(1)
