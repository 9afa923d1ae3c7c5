-- Things that have no order.
-- ends: error
-- says: attempt to compare

table.sort({ 1, "a", {} })
