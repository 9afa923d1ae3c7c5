-- A loop, and another one in the handler of the error that ends it.
-- ends: timeout

xpcall(function() while true do end end, function() while true do end end)
