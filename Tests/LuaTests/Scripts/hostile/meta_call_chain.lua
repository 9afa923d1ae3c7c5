-- A thing whose __call is a thing whose __call is one.
-- ends: error
-- says: attempt to call

local t = setmetatable({}, {})
for _ = 1, 300 do t = setmetatable({}, { __call = t }) end
return t()
