-- dofile is not there, and says why.
-- ends: refused
-- says: dofile is not available

dofile("/etc/passwd")
