-- debug.sethook is not there, and says why.
-- ends: refused
-- says: debug.sethook is not available

debug.sethook()
