-- Functions replaced for itself alone.
-- ends: fine

function pcall() return "mine" end
function setmetatable() return nil end
assert_ = assert
return "fine"
