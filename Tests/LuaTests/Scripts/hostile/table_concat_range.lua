-- A range far beyond the table.
-- ends: error
-- says: invalid value (at index 1) in table for 'concat'

table.concat({}, "", 1, 1000000000000000)
