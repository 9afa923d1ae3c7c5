import CProcesses
import Glibc
import Synchronization

/// Memory that a process and its child both see: what each worker of the child is at, and that the child lives.
///
/// Writing costs the child a store; reading tells the parent what was in work when the child died or stopped moving.
///
/// Unchecked, because of the pointer; safe, because it leads to atomics alone and stays inside, from `init` to `deinit`.
@safe package final class ActivityPage: @unchecked Sendable {
    /// One word a cache line, so that workers do not disturb one another.
    private static let line = 64

    /// For a child, which takes it over by this descriptor.
    package let descriptor: Int32
    package let slots: Int
    private let start: UnsafeMutableRawPointer
    private let size: Int

    /// A page for `slots` workers.
    package convenience init(slots: Int) throws(ProcessError) {
        let descriptor = cprocesses_memory((slots + 1) * Self.line)
        guard descriptor >= 0 else { throw .nothingShared(code: errno) }
        try self.init(descriptor: descriptor)
    }

    /// The page that lies behind a descriptor.
    package init(descriptor: Int32) throws(ProcessError) {
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0, status.st_size >= 2 * Self.line else {
            throw .nothingShared(code: EBADF)
        }
        let size = Int(status.st_size)
        let memory = unsafe mmap(nil, size, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0)
        guard let memory = unsafe memory, unsafe memory != MAP_FAILED else { throw .nothingShared(code: errno) }
        self.descriptor = descriptor
        self.size = size
        unsafe start = memory
        slots = size / Self.line - 1
    }

    deinit {
        unsafe munmap(start, size)
        close(descriptor)
    }

    private func word(_ line: Int, _ place: Int = 0) -> UnsafeMutablePointer<Atomic<UInt64>> {
        unsafe (start + line * Self.line + place * 8).assumingMemoryBound(to: Atomic<UInt64>.self)
    }

    // MARK: What a slot is at

    /// The worker of `slot` begins with the piece of work of this number, 0 or more.
    package func begin(_ work: Int, in slot: Int) {
        unsafe word(slot + 1).pointee.store(UInt64(work) + 1, ordering: .releasing)
    }

    package func end(in slot: Int) { unsafe word(slot + 1).pointee.store(0, ordering: .releasing) }

    /// What the worker of `slot` is at; nil between two pieces of work.
    package func work(in slot: Int) -> Int? {
        let value = unsafe word(slot + 1).pointee.load(ordering: .acquiring)
        // A child that has gone wrong may have written anything.
        return value == 0 ? nil : Int(clamping: value - 1)
    }

    // MARK: The process

    /// The child says that it lives.
    package func beat() { unsafe word(0).pointee.wrappingAdd(1, ordering: .relaxed) }

    package var beats: UInt64 { unsafe word(0).pointee.load(ordering: .relaxed) }

    /// The number of the signal that somebody else sent to the child, if it was that which ended it; 0 if not.
    package var signalFromOutside: UInt64 { unsafe word(0, 1).pointee.load(ordering: .acquiring) }

    /// Nothing is in work: for the next child.
    package func clear() {
        for slot in 0..<slots { end(in: slot) }
        unsafe word(0, 1).pointee.store(0, ordering: .releasing)
    }
}

extension ActivityPage {
    /// For the child: a signal as of a fault is noted where somebody sent it, since then nothing in work is to blame.
    /// It ends the process in any case. The page stays for as long as the process.
    package func noteSignals() {
        unsafe Self.note = word(0, 1)
        _ = unsafe Unmanaged.passRetained(self)
        for number in [SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT, SIGTRAP] {
            var action = sigaction()
            unsafe action.__sigaction_handler.sa_sigaction = { number, information, _ in
                // 0, SI_USER: by kill. A fault has a reason above 0, an abort one of its own below.
                if let information = unsafe information, unsafe information.pointee.si_code == 0 {
                    unsafe ActivityPage.note?.pointee.store(UInt64(number), ordering: .releasing)
                }
                // The action is the usual one again by now: the end.
                raise(number)
            }
            action.sa_flags = Int32(truncatingIfNeeded: Int(SA_SIGINFO) | Int(SA_RESETHAND))
            unsafe sigaction(number, &action, nil)
        }
    }

    /// A signal handler may touch nothing but this.
    private nonisolated(unsafe) static var note: UnsafeMutablePointer<Atomic<UInt64>>?
}
