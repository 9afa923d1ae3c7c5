-- A field of a billion bytes.
-- ends: memory

string.pack("c1000000000", "x")
