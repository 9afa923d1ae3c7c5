-- Globals that the next script does not see.
-- ends: fine

print, pairs, string, tostring, error = nil, nil, nil, nil, nil
spoiled = true
return "fine"
