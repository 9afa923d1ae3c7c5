import Console
import Foundation

/// Where results and notices go: results to standard output, everything else to standard error.
enum Output {
    /// What results may look like where they go.
    static var style: TextStyle { Terminal.style(STDOUT_FILENO) }

    /// Writes a result, all of it; a reader that has gone away ends the command quietly.
    static func write(_ text: String) throws(OutputError) {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let count = unsafe bytes.withUnsafeBytes {
                unsafe Foundation.write(STDOUT_FILENO, $0.baseAddress, $0.count)
            }
            if count >= 0 {
                bytes = bytes.dropFirst(count)
            } else if errno == EPIPE {
                throw .closed
            } else if errno == EAGAIN {
                // Whoever reads has made the pipe not wait; then we wait.
                var place = pollfd(fd: STDOUT_FILENO, events: Int16(POLLOUT), revents: 0)
                _ = unsafe poll(&place, 1, -1)
            } else if errno != EINTR {
                throw .unwritable(reason: unsafe String(cString: strerror(errno)))
            }
        }
    }

    /// Writes lines of a result; what came from files or scripts in them is shown and not obeyed.
    static func write(lines: [String]) throws(OutputError) {
        try write(lines.map { InertText.text($0) + "\n" }.joined())
    }

    /// Writes lines that are no result: what a person should know. Nothing is done where nobody can read them.
    static func note(_ text: String) {
        let bytes = Array((text + "\n").utf8)
        _ = unsafe bytes.withUnsafeBytes { unsafe Foundation.write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }

    static func note(_ lines: [String]) {
        for line in lines { note(InertText.text(line)) }
    }
}

/// What can happen to standard output.
enum OutputError: Error {
    /// Nobody reads any longer, as with `| head`.
    case closed
    case unwritable(reason: String)
}
