import Foundation

/// The right to write, held by one connection of one process at a time.
///
/// SQLite up to 3.51.2 can lose pages when one connection commits while another one checkpoints
/// (https://sqlite.org/wal.html#walresetbug). A lock on a file of its own keeps the two apart among all processes that
/// share a home, and gives those that wait a fair chance. The system drops the lock when its process dies.
final class WriteTurn: Sendable {
    private let descriptor: Int32
    private let home: URL

    /// How long anybody waits for a turn.
    static let patience = Duration.seconds(30)

    init(home: URL) throws(StoreError) {
        self.home = home
        descriptor = unsafe open(home.appending(path: "candela.lock").path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        if descriptor < 0 { throw StoreError(errno: errno, home: home) }
    }

    deinit {
        close(descriptor)
    }

    /// Does `work` in a turn of its own. Not to be nested.
    func take<Result>(_ work: () throws -> Result) throws -> Result {
        try begin()
        defer { flock(descriptor, LOCK_UN) }
        return try work()
    }

    private func begin() throws {
        let deadline = ContinuousClock.now + Self.patience
        var pause: UInt32 = 100
        while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
            guard errno == EWOULDBLOCK || errno == EINTR else { throw StoreError(errno: errno, home: home) }
            if ContinuousClock.now > deadline {
                throw StoreError.busyDatabase(path: DatabaseFile(home: home).path)
            }
            usleep(pause)
            pause = min(pause * 2, 4000)
        }
    }
}
