import CProcesses
import Glibc
import Synchronization

/// One end of a line between two processes, over which messages go both ways: four bytes of length (least significant
/// first), then the message.
///
/// Any thread may send; one at a time may receive.
package final class MessageLine: Sendable {
    /// No message is longer; what says so is damaged. Candles cross in one, 48 bytes each.
    package static let longest = 1 << 31

    package let descriptor: Int32
    private let sending = Mutex(())

    /// Takes over an end that this process was given when it was started.
    package init(descriptor: Int32) {
        self.descriptor = descriptor
    }

    deinit { close(descriptor) }

    /// Both ends of a new line; the descriptor of one is for a child.
    package static func pair() throws(ProcessError) -> (MessageLine, MessageLine) {
        var ends: [Int32] = [-1, -1]
        let code = unsafe cprocesses_pair(&ends)
        guard code == 0 else { throw .nothingShared(code: code) }
        return (MessageLine(descriptor: ends[0]), MessageLine(descriptor: ends[1]))
    }

    /// Sends a whole message; waits while the other side does not read.
    package func send(_ message: [UInt8]) throws(ProcessError) {
        guard message.count <= Self.longest else { throw .tooLong(bytes: message.count) }
        let length = UInt32(message.count)
        let head = [UInt8](unsafe withUnsafeBytes(of: length.littleEndian) { unsafe Array($0) })
        // One call for the many that are short; long ones are not copied.
        let isSent = sending.withLock { _ in
            message.count < 65_536 ? transmit(head + message) : transmit(head) && transmit(message)
        }
        guard isSent else { throw .closed }
    }

    private func transmit(_ bytes: [UInt8]) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            // A reader that has died is an error, not a signal.
            let count = unsafe rest.withUnsafeBytes {
                unsafe Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            if count > 0 { rest = rest.dropFirst(count) } else if errno != EINTR { return false }
        }
        return true
    }

    /// The next message; waits for it. `closed` when the other side is gone and all it sent was read.
    package func receive() throws(ProcessError) -> [UInt8] {
        let head = try receive(4)
        let length = head.indices.reduce(0) { $0 | Int(head[$1]) << (8 * $1) }
        guard length <= Self.longest else { throw .malformed }
        return try receive(length)
    }

    private func receive(_ count: Int) throws(ProcessError) -> [UInt8] {
        var isWhole = true
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            while filled < count {
                let got = unsafe recv(descriptor, buffer.baseAddress?.advanced(by: filled), count - filled, 0)
                if got > 0 {
                    filled += got
                } else if got == 0 || errno != EINTR {
                    isWhole = false
                    return
                }
            }
        }
        guard isWhole else { throw .closed }
        return bytes
    }

    /// Whether there is something to receive, the end of the line included, within `milliseconds`.
    package func hasMessage(within milliseconds: Int32) -> Bool {
        var place = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return unsafe poll(&place, 1, milliseconds) != 0
    }
}
