-- package.loadlib is not there, and says why.
-- ends: refused
-- says: package.loadlib is not available

package.loadlib("libc.so.6", "exit")
