#if DEBUG
    import Glibc

    /// For tests of the wall, and only in a debug build: faults as a script's would be, at chosen places.
    ///
    /// Written behind the word that starts a study's process: `crash=3,17 hang=5 exit=8` at these trials, `where=7` a crash
    /// at this call of `where`, `load=crash` or `load=hang` before the script is loaded, `pause=2000` microseconds at each
    /// trial; `tag=…` means nothing.
    struct Rehearsal: Sendable {
        /// What is played in this process.
        static let current = Rehearsal(CommandLine.arguments.dropFirst(2))

        private var words: [String: String] = [:]
        private let crash: Set<Int>
        private let hang: Set<Int>
        private let exit: Set<Int>
        private let condition: Int?
        private let pause: UInt32

        private init(_ arguments: some Sequence<String>) {
            for argument in arguments {
                let parts = argument.split(separator: "=").map(String.init)
                if parts.count == 2 { words[parts[0]] = parts[1] }
            }
            func numbers(_ word: String?) -> Set<Int> {
                Set((word ?? "").split(separator: ",").compactMap { Int($0) })
            }
            crash = numbers(words["crash"])
            hang = numbers(words["hang"])
            exit = numbers(words["exit"])
            condition = words["where"].flatMap { Int($0) }
            pause = words["pause"].flatMap { UInt32($0) } ?? 0
        }

        func play(trial number: Int) {
            if pause > 0 { usleep(pause) }
            if crash.contains(number) { Self.crash() }
            if hang.contains(number) { Self.hang() }
            if exit.contains(number) { _exit(3) }
        }

        func play(condition call: Int) {
            if call == condition { Self.crash() }
        }

        func playLoading() {
            if words["load"] == "crash" { Self.crash() }
            if words["load"] == "hang" { Self.hang() }
        }

        /// A write to nowhere, as from a dangling pointer.
        private static func crash() { unsafe UnsafeMutablePointer<Int>(bitPattern: 16)?.pointee = 1 }

        private static func hang() { while true { usleep(1000) } }
    }
#endif
