-- Columns as scripts see them; run by ColumnTests, which hands over 8 candles whose close is 1 to 8.
local function same(s, ...)
  local expected = {...}
  assert(#s == #expected, "length")
  for i = 1, #s do
    assert(s[i] == expected[i] or (s[i] ~= s[i] and expected[i] ~= expected[i]), "value " .. i .. ": " .. tostring(s[i]))
  end
end

return {
  signals = function(candles)
    local c = candles.close
    local nan = 0 / 0

    same(c, 1, 2, 3, 4, 5, 6, 7, 8)
    same(c + c, 2, 4, 6, 8, 10, 12, 14, 16)
    same(c - 1, 0, 1, 2, 3, 4, 5, 6, 7)
    same(10 - c, 9, 8, 7, 6, 5, 4, 3, 2)
    same(2 * c, 2, 4, 6, 8, 10, 12, 14, 16)
    same(8 / c, 8, 4, 8 / 3, 2, 8 / 5, 8 / 6, 8 / 7, 1)
    same(c / 8, 1 / 8, 2 / 8, 3 / 8, 4 / 8, 5 / 8, 6 / 8, 7 / 8, 1)
    same(c % 3, 1, 2, 0, 1, 2, 0, 1, 2)
    same(-c % 3, 2, 1, 0, 2, 1, 0, 2, 1)
    same(c ^ 2, 1, 4, 9, 16, 25, 36, 49, 64)
    same(-c, -1, -2, -3, -4, -5, -6, -7, -8)
    same(c:ago(0), 1, 2, 3, 4, 5, 6, 7, 8)
    same(c:ago(2), nan, nan, 1, 2, 3, 4, 5, 6)
    same(c:ago(100), nan, nan, nan, nan, nan, nan, nan, nan)
    same(series{1, nan, 3}, 1, nan, 3)
    same(candles.hl2, 1, 2, 3, 4, 5, 6, 7, 8)
    same(ta.sma(c, 3), nan, nan, 2, 3, 4, 5, 6, 7)

    assert(c[0] == nil and c[9] == nil and c[1.5] == nil)
    assert(tostring(c) == "series of 8: 1, 2, 3 … 6, 7, 8")
    assert(tostring(series{1.5, nan}) == "series of 2: 1.5, nan")
    local t = c:table()
    assert(type(t) == "table" and #t == 8 and t[8] == 8)

    local over, under = c:above(4), c:below(4)
    assert(over:count() == 4 and under:count() == 3 and #over == 8)
    assert(c:at_least(4):count() == 5 and c:at_most(4):count() == 4)
    assert(c:above(10 - c):count() == 3)
    assert((over | under):count() == 7 and (over & under):count() == 0 and (~over):count() == 4)
    assert(over[4] == false and over[5] == true and over[9] == nil)
    assert(over:ago(2):count() == 2 and over:ago(2)[7] == true and over:ago(2)[6] == false)
    assert(tostring(over) == "mask of 8, 4 of them yes")
    assert(series{1, nan, 3}:above(nan):count() == 0 and series{1, nan, 3}:below(5):count() == 2)

    local cross = ta.crossover(c, 4.5)
    assert(cross:count() == 1 and cross[5])
    assert(ta.crossunder(4.5, c):count() == 1)
    local upper, middle, lower = ta.bbands(c, 2, 1)
    assert(middle[2] == 1.5 and upper[2] == 2 and lower[2] == 0.5 and upper[1] ~= upper[1])
    same(ta.atr(candles, 1), nan, 1, 1, 1, 1, 1, 1, 1)
    same(ta.atr(candles.high, candles.low, c, 1), nan, 1, 1, 1, 1, 1, 1, 1)

    assert(#candles == 8 and candles.symbol == "TEST" and candles.timeframe == "1h" and candles.warmup == 0)
    assert(candles.time[2] - candles.time[1] == 3600000)
    assert(tostring(candles) == "8 candles of TEST 1h")
    return { long = { entry = over, exit = under }, stop_loss = c / 100 }
  end,
}
