-- %b at each place of a long text that never closes.
-- ends: timeout

string.find(string.rep("(", 1000000), "%b()")
