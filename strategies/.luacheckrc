-- Written by candela editor: what scripts in this folder see.
std = "lua54"
read_globals = { "series", "space", "ta" }
not_globals = { "collectgarbage", "debug", "dofile", "io", "loadfile", "os", "package" }
exclude_files = { ".editor" }
