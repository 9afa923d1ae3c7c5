-- Random wishes of a test, which come as texts in the parameters: masks as zeros and ones, levels as numbers.
local function numbers(text)
  local values = {}
  for word in text:gmatch("%S+") do values[#values + 1] = word == "nan" and 0 / 0 or tonumber(word) end
  return series(values)
end

local function mask(text)
  local bits = {}
  for i = 1, #text do bits[i] = text:byte(i) - 48 end
  return series(bits):above(0.5)
end

return function(p)
  local wishes = {}
  for _, name in ipairs { "long_entry", "long_exit", "short_entry", "short_exit" } do wishes[name] = mask(p[name]) end
  for _, name in ipairs { "size", "stop_loss", "take_profit", "trailing_stop", "time_limit" } do
    wishes[name] = numbers(p[name])
  end
  return wishes
end
