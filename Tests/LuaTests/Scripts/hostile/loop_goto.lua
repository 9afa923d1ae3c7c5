-- A jump to itself.
-- ends: timeout

::again:: goto again
