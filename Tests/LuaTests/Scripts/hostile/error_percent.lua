-- A message is no format.
-- ends: error
-- says: 100%s %n %d

error("100%s %n %d")
