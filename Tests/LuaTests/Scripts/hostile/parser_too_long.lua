-- A text over the limit.
-- ends: error
-- says: a script may hold 256 KiB of text

return assert(load(string.rep(" ", 300000)))()
