-- A name that is not what it says.
-- ends: error
-- says: attempt to perform arithmetic

return setmetatable({}, { __name = "number" }) + 1
