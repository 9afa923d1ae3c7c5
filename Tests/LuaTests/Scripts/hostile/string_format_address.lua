-- Addresses differ from run to run.
-- ends: refused
-- says: string.format has no '%p' here

return string.format("%p", {})
