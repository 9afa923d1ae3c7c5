-- Two functions that call each other.
-- ends: depth

local f, g
function f() return (g()) end
function g() return (f()) end
f()
