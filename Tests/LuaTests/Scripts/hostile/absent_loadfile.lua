-- loadfile is not there, and says why.
-- ends: refused
-- says: loadfile is not available

loadfile("/etc/passwd")
