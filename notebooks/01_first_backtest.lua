-- A first backtest: candles, a strategy, its numbers, a search, and the question which trial was best.
-- Candles made from a seed are the same on every machine, and so is all that is printed here.

print("1. Candles")
-- Half a year of candles of 1h. Stored ones are loaded with candles.load("BTC/USDT", "1h", { last = 4380 }).
local c = candles.synth { symbol = "SYNTH", timeframe = "1h", candles = 4380, seed = 5 }
print(c)
print("the last close", c.close[#c])

print("\n2. A column is computed for all candles at once")
local fast, slow = ta.sma(c.close, 10), ta.sma(c.close, 50)
print("fast above slow", fast:above(slow):count(), "of", #c)

print("\n3. A backtest")
-- strategies/sma_crossover.lua is long while its fast average is above its slow one.
local b = backtest { strategy = "sma_crossover", candles = c, set = { fast = 10, slow = 50 }, fee = 0.001 }
print("sharpe", string.format("%.3f", b.metrics.sharpe))
print("trades", #b.trades)
print("the first trade", b.trades[1].profit > 0 and "won" or "lost", string.format("%.2f", b.trades[1].profit))
print("equity", b.equity)

print("\n4. The same without fees: what trading costs")
local free = backtest { strategy = "sma_crossover", candles = c, set = { fast = 10, slow = 50 }, fee = 0 }
print("total return", string.format("%.4f with fees, %.4f without", b.metrics.total_return, free.metrics.total_return))

print("\n5. A search over the parameters")
local s = search { strategy = "sma_crossover", candles = c, sampler = "random", trials = 100, seed = 1 }
print("state", s.state)
print("best", s.best.parameters)

print("\n6. Which trials were best?")
for rank = 1, 3 do
  local trial = s:trials(3)[rank]
  print(rank, "fast " .. trial.fast, "slow " .. trial.slow, string.format("sharpe %.3f", trial.sharpe))
end

print("\n7. A search finds what fitted the past. Candles it has not seen tell whether that was more than luck.")
local unseen = candles.synth { symbol = "SYNTH", timeframe = "1h", candles = 4380, seed = 25 }
local again = backtest { strategy = "sma_crossover", candles = unseen, set = s.best }
print("sharpe", string.format("%.3f searched, %.3f unseen", s.best.metrics.sharpe, again.metrics.sharpe))
