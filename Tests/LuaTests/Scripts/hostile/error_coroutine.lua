-- A coroutine, as an error.
-- ends: error
-- says: the error raised has no text: a thread

error(coroutine.create(print))
