-- A table, as an error.
-- ends: error
-- says: the error raised has no text: a table

error({})
