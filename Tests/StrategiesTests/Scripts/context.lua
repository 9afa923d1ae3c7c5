-- The context as scripts see it; run by OnCandleTests. What it knows is compared with the columns themselves, which
-- prepare keeps as tables.
local function near(a, b) return a == b or a ~= a and b ~= b end

local function refuses(text, f, ...)
  local ok, message = pcall(f, ...)
  assert(not ok and tostring(message):find(text, 1, true), text .. "\n" .. tostring(message))
end

local t, kept, calls, entered = {}, {}, 0, nil

return {
  warmup = 0,
  prepare = function(candles)
    local fast = ta.sma(candles.close, 5)
    local up = candles.close:above(candles.open)
    for _, name in ipairs { "open", "high", "low", "close", "volume", "time" } do t[name] = candles[name]:table() end
    t.fast, t.up = fast:table(), {}
    for i = 1, #up do t.up[i] = up[i] end
    kept.warmup = candles.warmup
    return { fast = fast, up = up }
  end,
  on_candle = function(ctx)
    calls = calls + 1
    kept.cash = kept.cash or ctx.cash
    local now = ctx.index
    assert(now == kept.warmup + calls and math.type(now) == "integer")

    -- The candle just closed, and what was prepared.
    for name, column in pairs(t) do
      assert(near(ctx[name], column[now]), name)
      for _, n in ipairs { 0, 1, 4, now - 1 } do
        local was = column[now - n]
        if was ~= nil then assert(near(ctx:ago(name, n), was), name .. " ago") end
      end
    end
    assert(type(ctx.up) == "boolean" and math.type(ctx.close) == "float" and math.type(ctx.time) == "integer")
    assert(ctx:ago("close", now) ~= ctx:ago("close", now), "nan before the first candle")
    assert(ctx:ago("up", now) == false and ctx:ago("up", math.maxinteger) == false)

    -- Columns up to now.
    local fast, up = ctx.columns.fast, ctx.columns.up
    assert(#fast == now and near(fast[now], t.fast[now]) and near(fast[1], t.fast[1]) and up[now] == ctx.up)
    assert(fast[0] == nil and fast[-1] == nil and fast[1.5] == nil and ctx.columns.close[now] == ctx.close)
    assert(near(fast:ago(2), ctx:ago("fast", 2)) and up:ago(now) == false)
    refuses("ctx.columns.fast[" .. now + 1 .. "]: candle " .. now + 1 .. " is not known yet, now is " .. now,
      function() return fast[now + 1] end)
    refuses("a negative one would look ahead", function() return fast:ago(-1) end)
    refuses("a negative one would look ahead", ctx.ago, ctx, "fast", -1)

    -- The account.
    local position = ctx.position
    if not position then
      assert(ctx.equity == ctx.cash)
    else
      assert(position.side == "long" and position.entry_index == entered + 1)
      assert(position.candles == now - entered - 1 and position.entry_price == t.open[entered + 1])
      assert(ctx.equity == ctx.cash + position.units * ctx.close)
      assert(math.abs(position.profit - (ctx.equity - kept.cash - kept.realized)) < 1e-8 * kept.cash)
    end

    -- Orders.
    assert(#ctx.orders == 0)
    if not position then
      assert(ctx:exit() == nil, "nothing is held")
      if calls % 7 == 1 then
        local order = ctx:enter("long", { size = 1 })
        assert(order.kind == "entry" and order.side == "long" and order.waiting)
        assert(#ctx.orders == 1 and ctx.orders[1].waiting)
        refuses("an order was made at this close already (long entry)", ctx.enter, ctx, "short")
        refuses("an order was made at this close already (long entry)", ctx.exit, ctx)
        assert(order:cancel() == true and order:cancel() == false and not order.waiting and #ctx.orders == 0)
        ctx:enter("short")
        ctx:cancel()
        assert(#ctx.orders == 0)
        kept.order, entered, kept.realized = ctx:enter("long"), now, ctx.cash - kept.cash
      end
    else
      assert(kept.order.waiting == false and kept.order:cancel() == false, "filled")
      assert(ctx:enter("long") == nil, "the same entry again")
      if position.candles == 3 then
        kept.left = position
        local order = ctx:exit()
        assert(order.kind == "exit" and order.side == nil)
        assert(ctx:exit() ~= nil)
      end
    end
    if kept.left and not position then
      refuses("was left; ctx.position is what is held now", function() return kept.left.profit end)
    end
    print(string.format("%a", ctx.equity))
  end,
}
