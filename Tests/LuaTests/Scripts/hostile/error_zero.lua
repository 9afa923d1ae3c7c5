-- A zero byte does not end the message.
-- ends: error
-- says: a\u{0}b

error("a\0b")
