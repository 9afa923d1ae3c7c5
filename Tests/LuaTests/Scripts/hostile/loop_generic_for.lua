-- An iterator that never gives nil.
-- ends: timeout

for _ in function() return 1 end do end
