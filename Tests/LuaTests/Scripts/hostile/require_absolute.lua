-- A module by its path.
-- ends: error

require("/etc/passwd")
