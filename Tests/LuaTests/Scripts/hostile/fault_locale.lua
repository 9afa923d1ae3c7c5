-- f623b969: comparing text reads too far, outside of the C locale.
-- ends: refused
-- says: os.setlocale is not available

os.setlocale("de_DE.UTF-8")
