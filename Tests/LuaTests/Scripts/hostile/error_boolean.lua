-- A truth, as an error.
-- ends: error
-- says: false

error(false)
