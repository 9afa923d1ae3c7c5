-- A level that is not there.
-- ends: error
-- says: far away

error("far away", 100000)
