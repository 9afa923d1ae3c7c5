-- A message with a position of its own.
-- ends: error
-- says: root

error("/etc/passwd:1: root", 0)
