import CProcesses
import Glibc
import Synchronization

/// A process that this one has started: in a group of its own, without any descriptor but those it was given.
///
/// Not Foundation's, which waits for grandchildren, too. It is killed and reaped with the object at the latest.
package final class ChildProcess: Sendable {
    package let id: Int32

    private let ending = Mutex<ChildEnding?>(nil)

    /// All that are not reaped; their numbers are theirs while one holds this.
    private static let living = Mutex<Set<Int32>>([])

    /// Starts the program at `path`; `descriptors` are what it finds as 0, 1, 2, …, nil for nothing.
    ///
    /// Swift's tracing of crashes is off in it: a death is a signal, at once and without a word.
    package init(_ path: String, arguments: [String], descriptors: [Int32?]) throws(ProcessError) {
        let environment = Self.environment
        let given = descriptors.map { $0 ?? -1 }
        var id: Int32 = 0
        let code = unsafe withStrings([path] + arguments) { arguments in
            unsafe withStrings(environment) { environment in
                unsafe cprocesses_spawn(path, arguments, environment, given, Int32(given.count), &id)
            }
        }
        guard code == 0 else { throw .notStarted(program: path, code: code) }
        self.id = id
        Self.living.withLock { _ = $0.insert(id) }
    }

    deinit {
        kill()
        _ = wait()
    }

    /// Ends it and its group at once; of no effect when it has ended.
    package func kill() { signal(SIGKILL) }

    /// Sends a signal to it and its group.
    package func signal(_ number: Int32) {
        Self.living.withLock { if $0.contains(id) { _ = Glibc.kill(-id, number) } }
    }

    /// Sends a signal to all children and their groups.
    package static func signalAll(_ number: Int32) {
        living.withLock { for id in $0 { _ = Glibc.kill(-id, number) } }
    }

    /// Waits until it has ended, and how. Any thread, any number of times.
    package func wait() -> ChildEnding {
        while true {
            if let ending = ending.withLock(\.self) { return ending }
            var information = unsafe siginfo_t()
            // Without reaping: that needs the locks, which nobody may hold for so long.
            if unsafe waitid(P_PID, id_t(id), &information, WEXITED | WNOWAIT) != 0, errno == EINTR { continue }
            return ending.withLock { ending in
                let now = ending ?? reap()
                ending = now
                return now
            }
        }
    }

    private func reap() -> ChildEnding {
        Self.living.withLock { living in
            living.remove(id)
            var status: Int32 = 0
            while unsafe waitpid(id, &status, 0) < 0, errno == EINTR {}
            return ChildEnding(status: status)
        }
    }

    private static var environment: [String] {
        let name = "SWIFT_BACKTRACE="
        var entries: [String] = []
        var place = unsafe environ
        while let entry = unsafe place.pointee {
            let text = unsafe String(cString: entry)
            if !text.hasPrefix(name) { entries.append(text) }
            unsafe place += 1
        }
        return entries + [name + "enable=no"]
    }
}

/// Lends texts as C wants them, with a null pointer behind the last.
private func withStrings<Result>(
    _ texts: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Result
) -> Result {
    var copies = unsafe texts.map { unsafe strdup($0) } + [nil]
    defer { unsafe copies.forEach { unsafe free($0) } }
    return unsafe copies.withUnsafeMutableBufferPointer { buffer in
        guard let start = buffer.baseAddress else { preconditionFailure("the list has its end at least") }
        return unsafe body(UnsafePointer(start))
    }
}
