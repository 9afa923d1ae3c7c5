-- A coroutine cannot close itself.
-- ends: error
-- says: cannot close a running coroutine

coroutine.close(coroutine.running())
