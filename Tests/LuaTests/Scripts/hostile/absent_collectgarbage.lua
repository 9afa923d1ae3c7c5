-- collectgarbage is not there, and says why.
-- ends: refused
-- says: collectgarbage is not available

collectgarbage("stop")
