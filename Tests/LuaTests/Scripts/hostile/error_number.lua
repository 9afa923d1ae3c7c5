-- A number, as an error.
-- ends: error
-- says: 12

error(12)
