-- A finalizer that is set where setmetatable does not see it does not run.
-- ends: fine

local meta = {}
for _ = 1, 100 do setmetatable({}, meta) end
meta.__gc = function() while true do end end
for _ = 1, 100 do setmetatable({}, setmetatable(meta, nil) and nil) end
for _ = 1, 20000 do local t = { {} } end
return "fine"
