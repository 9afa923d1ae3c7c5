-- A width of more than two digits.
-- ends: error
-- says: invalid conversion

string.format("%99999d", 1)
