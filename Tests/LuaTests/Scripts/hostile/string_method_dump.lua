-- Nor by a method.
-- ends: refused
-- says: string.dump is not available to strategies

return ("x"):dump()
