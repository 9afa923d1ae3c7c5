import Foundation

/// The right to work on one study, held by one process at a time; it ends with the process at the latest.
package final class StudyClaim: Sendable {
    private let descriptor: Int32

    /// Linux's F_OFD_SETLK, which Glibc's module does not show: a lock of the open file, not of the process.
    private static let setLock: Int32 = 37

    /// Locks the byte of the study's number in the home's lock file; `WriteTurn`'s lock is of another kind, so the two
    /// do not meet.
    init(study: Int64, home: URL) throws(StoreError) {
        let descriptor = unsafe open(home.appending(path: "candela.lock").path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        if descriptor < 0 { throw StoreError(errno: errno, home: home) }
        var range = Glibc.flock()
        range.l_type = Int16(F_WRLCK)
        range.l_whence = Int16(SEEK_SET)
        range.l_start = Int(study)
        range.l_len = 1
        guard unsafe fcntl(descriptor, Self.setLock, &range) == 0 else {
            let fault = errno
            close(descriptor)
            if fault == EAGAIN || fault == EACCES { throw StoreError.claimedStudy(.study(study)) }
            throw StoreError(errno: fault, home: home)
        }
        self.descriptor = descriptor
    }

    deinit {
        close(descriptor)
    }
}

extension ResultStore {
    /// Keeps others off a study for as long as the claim is held; `claimedStudy` where somebody else has it.
    package func claim(_ study: Int64) throws(StoreError) -> StudyClaim {
        try StudyClaim(study: study, home: home)
    }
}
