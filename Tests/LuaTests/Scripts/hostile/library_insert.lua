-- Nor by table.insert.
-- ends: refused
-- says: the libraries are read-only

table.insert(table, 1)
