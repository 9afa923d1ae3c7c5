-- debug.setmetatable is not there, and says why.
-- ends: refused
-- says: debug.setmetatable is not available

debug.setmetatable("", {})
