-- A mask looked back in, against one made candle by candle; the candles are many words long.
return {
  signals = function(candles)
    local c = candles.close
    local over = c:above(ta.sma(c, 20))
    for _, n in ipairs { 0, 1, 63, 64, 65, 130, 599, 600, 10000 } do
      local late = over:ago(n)
      assert(#late == #over)
      local count = 0
      for i = 1, #over do
        local expected = i > n and over[i - n] or false
        assert(late[i] == expected, "ago " .. n .. " at " .. i)
        if expected then count = count + 1 end
      end
      assert(late:count() == count)
    end
    return { long = { entry = over } }
  end,
}
