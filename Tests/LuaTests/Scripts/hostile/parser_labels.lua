-- A label twice.
-- ends: error
-- says: label 'a' already defined

return assert(load("::a:: ::a::"))()
