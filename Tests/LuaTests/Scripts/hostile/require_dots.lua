-- A module by dots and slashes.
-- ends: error

require("a/../../b")
