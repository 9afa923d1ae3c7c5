-- A length that lies: the table itself is asked.
-- ends: fine

assert(table.concat(setmetatable({}, { __len = function() return 1000000000000000 end })) == "")
return "fine"
