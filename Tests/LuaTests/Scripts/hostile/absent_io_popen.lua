-- io.popen is not there, and says why.
-- ends: refused
-- says: io.popen is not available

io.popen("true")
