-- Nor under another name.
-- ends: refused
-- says: os.exit is not available

local away = _G["o" .. "s"]
away.exit()
