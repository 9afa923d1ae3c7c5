-- A reader that gives a table.
-- ends: error
-- says: reader function must return a string

load(function() return {} end)
