-- Libraries are read-only.
-- ends: refused
-- says: string.rep cannot be set: the libraries are read-only

string.rep = nil
