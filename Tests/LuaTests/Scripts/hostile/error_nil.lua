-- nothing, as an error.
-- ends: error
-- says: the error raised has no text: nil

error()
