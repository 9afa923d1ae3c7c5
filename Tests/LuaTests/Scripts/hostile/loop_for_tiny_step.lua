-- A loop whose step is lost in rounding.
-- ends: timeout

for x = 0.5, 1, 1e-300 do end
