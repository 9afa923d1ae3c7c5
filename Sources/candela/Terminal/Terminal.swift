import Console
import Glibc

/// What a file descriptor leads to, asked anew each time: a window changes its size while we run.
enum Terminal {
    /// A terminal that can move its cursor.
    static func isInteractive(_ descriptor: Int32) -> Bool {
        isatty(descriptor) == 1 && !["", "dumb"].contains(environment("TERM") ?? "")
    }

    /// Columns and rows; 80 by 24 where a terminal does not say.
    static func size(_ descriptor: Int32) -> (columns: Int, rows: Int) {
        var size = winsize()
        let status = unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size)
        return (
            status == 0 && size.ws_col > 0 ? Int(size.ws_col) : 80,
            status == 0 && size.ws_row > 0 ? Int(size.ws_row) : 24
        )
    }

    /// As wide as the terminal, and in color unless `NO_COLOR` is set; plain for a file or a pipe.
    static func style(_ descriptor: Int32) -> TextStyle {
        guard isatty(descriptor) == 1 else { return .plain }
        let hasColors = isInteractive(descriptor) && (environment("NO_COLOR") ?? "").isEmpty
        return TextStyle(width: size(descriptor).columns, hasColors: hasColors)
    }

    /// Whether we may draw: a program in the background must leave the terminal alone. A child may when its parent may.
    static func isForeground(_ descriptor: Int32) -> Bool {
        tcgetpgrp(descriptor) == (Supervision.isChild ? getpgid(getppid()) : getpgrp())
    }

    /// Writes all of a text with as few calls as the system allows; a terminal that has gone is no error of ours.
    static func write(_ text: String, to descriptor: Int32) {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = unsafe rest.withUnsafeBytes { unsafe Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count > 0 {
                rest = rest.dropFirst(count)
            } else if errno != EINTR {
                return
            }
        }
    }

    private static func environment(_ name: String) -> String? {
        guard let value = unsafe getenv(name) else { return nil }
        return unsafe String(cString: value)
    }
}
