-- A text that loads itself.
-- ends: memory

text = "return 1 + load(text)()"
return load(text)()
