-- A module outside of the shelf.
-- ends: error

require("..secrets")
