-- Nor by table.sort.
-- ends: refused
-- says: the libraries are read-only

table.sort(string)
