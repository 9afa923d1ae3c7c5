-- Closures and tables made and dropped without end.
-- ends: timeout

while true do local t = { function() end } end
