-- io.open is not there, and says why.
-- ends: refused
-- says: io.open is not available

io.open("/etc/passwd")
