-- Bytes that are no text.
-- ends: error
-- says: a

error("a\255b")
