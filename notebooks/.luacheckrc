-- Written by candela editor: what scripts in this folder see.
std = "lua54"
read_globals = { "backtest", "candles", "compare", "help", "queries", "query", "search", "series", "show", "space", "sql", "strategies", "studies", "ta", "trials", "arg" }
not_globals = { "collectgarbage", "debug", "dofile", "io", "loadfile", "os", "package" }
exclude_files = { ".editor" }
allow_defined_top = true
