-- A handler that raises: its error is what xpcall gives.
-- ends: error
-- says: again

local ok, e = xpcall(error, function() error("again", 0) end)
error(e, 0)
