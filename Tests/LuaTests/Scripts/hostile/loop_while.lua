-- A loop without end.
-- ends: timeout

while true do end
