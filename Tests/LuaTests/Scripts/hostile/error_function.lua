-- A function, as an error.
-- ends: error
-- says: the error raised has no text: a function

error(print)
