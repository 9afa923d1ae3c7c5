-- Characters that would move a terminal are escaped.
-- ends: error
-- says: red \u{1b}[31m bell \u{7} end

error("red \27[31m bell \7 end")
