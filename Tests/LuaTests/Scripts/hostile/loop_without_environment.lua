-- A loop where no global can be found.
-- ends: timeout

local _ENV = nil
while true do end
