-- 1b0f943d: a table weak in keys and values.
-- ends: refused
-- says: __mode is not available to strategies

setmetatable({}, { __mode = "kv" })
