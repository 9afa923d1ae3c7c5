-- pcall around a loop: what the script returns afterwards does not count.
-- ends: timeout

pcall(function() while true do end end)
return 1
