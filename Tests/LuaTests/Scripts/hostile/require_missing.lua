-- A module that is not there.
-- ends: error

require("no.such.module")
