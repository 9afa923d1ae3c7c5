#if DEBUG
    import Glibc

    /// For tests of the wall, and only in a debug build: faults as a script's would be, in trials of chosen numbers.
    ///
    /// Written behind the word that starts a study's process: `crash=3,17 hang=5 exit=8 pause=2000` (microseconds a trial).
    struct Rehearsal: Sendable {
        /// What is played in this process.
        static let current = Rehearsal(CommandLine.arguments.dropFirst(2))

        private var crash: Set<Int> = []
        private var hang: Set<Int> = []
        private var exit: Set<Int> = []
        private var pause: UInt32 = 0

        private init(_ words: some Sequence<String>) {
            for word in words {
                let parts = word.split(separator: "=")
                guard parts.count == 2 else { continue }
                let numbers = parts[1].split(separator: ",").compactMap { Int($0) }
                switch parts[0] {
                case "crash": crash = Set(numbers)
                case "hang": hang = Set(numbers)
                case "exit": exit = Set(numbers)
                case "pause": pause = UInt32(numbers.first ?? 0)
                default: preconditionFailure("no such fault: \(word)")
                }
            }
        }

        func play(_ number: Int) {
            if pause > 0 { usleep(pause) }
            // A write to nowhere, as from a dangling pointer.
            if crash.contains(number) { unsafe UnsafeMutablePointer<Int>(bitPattern: 16)?.pointee = number }
            while hang.contains(number) { usleep(1000) }
            if exit.contains(number) { _exit(3) }
        }
    }
#endif
