-- A reader that always has more.
-- ends: error
-- says: a script may hold 256 KiB of text

return assert(load(function() return "x = 1 " end))()
