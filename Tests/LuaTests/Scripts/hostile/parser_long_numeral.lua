-- A numeral of two hundred thousand digits.
-- ends: fine

assert(load("return " .. string.rep("9", 200000))() == math.huge)
return "fine"
