-- A hundred MiB of tables, twice.
-- ends: fine

for round = 1, 2 do
  local t = {}
  for i = 1, 900000 do t[i] = { i, i + 1 } end
  assert(t[900000][2] == 900001)
end
return "fine"
