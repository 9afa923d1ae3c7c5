import Foundation
import Testing

/// Imports that are killed, that have no space left, and whose writes fail: the old candles or the new ones are there,
/// whole.
@Suite struct DurableImportTests {
    private let scratch: ScratchFolder
    private let (old, new): (String, String)

    /// A home with 40 of the 100 candles of `new.csv`.
    init() throws {
        scratch = try ScratchFolder()
        let made = try scratch.type(
            """
            candela synth --symbol DUR --candles 100 && candela candles export DUR 5m new.csv && rm -r home \
            && head -n 41 new.csv > old.csv && candela import old.csv --symbol DUR --timeframe 5m && cp -r home kept
            """)
        try #require(made.code == 0)
        old = try scratch.type("sha256sum < old.csv").output[0]
        new = try scratch.type("sha256sum < new.csv").output[0]
    }

    private static let newer = "candela import new.csv --symbol DUR --timeframe 5m"

    /// What is stored, as the hash of its export; the error of a store that cannot be read.
    private func stored() throws -> String { try scratch.type("candela candles export DUR 5m - | sha256sum").output[0] }

    private func restore() throws { _ = try scratch.type("rm -rf home; cp -r kept home") }

    @Test(.timeLimit(.minutes(5)), arguments: [1, 4, 16])
    func aFileThatMayNotGrowLeavesTheOldCandles(blocks: Int) throws {
        defer { scratch.remove() }
        let answer = try scratch.type("(ulimit -f \(blocks); \(Self.newer))")
        #expect(answer.code == 74)
        #expect(answer.output.last?.hasSuffix("cannot be written: File too large") == true)
        #expect(try stored() == old)
        #expect(try scratch.type("ls -A home/candles").output == [".lock", "dur-5m.candles"])
        #expect(try scratch.type(Self.newer).code == 0)
        #expect(try stored() == new)
    }

    @Test(.timeLimit(.minutes(5)), .enabled(if: Rights.canMount, "no right to mount a file system"))
    func aFullFileSystemLeavesTheOldCandles() throws {
        defer {
            _ = try? scratch.type("umount home")
            scratch.remove()
        }
        let filled = try scratch.type(
            """
            rm -r home/* && mount -t tmpfs -o size=2m tmpfs home && cp -r kept/. home/ \
            && (cat /dev/zero > home/ballast; true) 2> /dev/null
            """)
        #expect(filled.code == 0)
        let answer = try scratch.type(Self.newer)
        #expect(answer.code == 74)
        #expect(answer.output.last?.hasSuffix("cannot be written: No space left on device") == true)
        #expect(try stored() == old)
        _ = try scratch.type("rm home/ballast")
        #expect(try scratch.type(Self.newer).code == 0)
        #expect(try stored() == new)
    }

    /// The file to disk, the new name, the folder to disk, and only then the word that it is stored.
    @Test(.timeLimit(.minutes(5)), .enabled(if: Rights.canTrace, "strace cannot be used"))
    func whatIsSaidToBeStoredIsOnDisk() throws {
        defer { scratch.remove() }
        let traced = try scratch.type(
            "strace -f -o trace -e trace=fsync,rename,renameat,renameat2,write \(Self.newer) > said")
        #expect(traced.code == 0)
        let calls = try scratch.type("sed -E 's/^[0-9]+ +//' trace").output.filter { !$0.hasPrefix("+++") }
        let place = try #require(calls.firstIndex { $0.hasPrefix("rename") && $0.contains(".unfinished") })
        let (before, after) = (calls[..<place], calls[(place + 1)...])
        let file = try #require(before.last { $0.hasPrefix("fsync(") })
        let descriptor = file.dropFirst("fsync(".count).prefix { $0.isNumber }
        #expect(before.last == file && before.contains { $0.hasPrefix("write(\(descriptor),") })
        #expect(!before.contains { $0.hasPrefix("write(1,") })
        #expect(after.first?.hasPrefix("fsync(") == true)
        #expect(after.dropFirst().contains { $0.hasPrefix("write(1,") })
        #expect(try scratch.type("tail -n 1 said").output == ["  stored, 60 candles new"])
    }

    /// Killed at, or refused by, each call in turn that changes a file.
    @Test(
        .timeLimit(.minutes(15)), .enabled(if: Rights.canTrace, "strace cannot be used"),
        arguments: ["signal=KILL", "error=EIO", "error=ENOSPC"])
    func anyCallThatFailsLeavesTheOldCandlesOrTheNew(fault: String) throws {
        defer { scratch.remove() }
        var failures = 0
        for call in ["openat", "write", "fsync", "rename"] {
            for number in 1...200 {
                // Opening fails in the loader, too: only what is opened in the home counts.
                let of = call == "openat" ? "-P home/candles -P home/candles/.lock" : ""
                let line = "strace -f -o trace \(of) -e trace=\(call) -e inject=\(call):\(fault):when=\(number)"
                let answer = try scratch.type("\(line) \(Self.newer) 2>&1")
                let hasHit = try scratch.type("grep -qE 'INJECTED|killed by SIGKILL' trace").code == 0
                guard hasHit else { break }
                failures += 1
                let found = try stored()
                if found != old && found != new { Issue.record("\(call) \(number): \(found)") }
                if answer.output.last?.hasPrefix("  stored") == true && found != new {
                    Issue.record("\(call) \(number): said to be stored and is not")
                }
                try restore()
            }
        }
        #expect(failures > 8)
    }
}

/// What this machine lets a test do.
private enum Rights {
    static let canTrace = works("strace -f -o /dev/null true")
    static let canMount = works("mkdir m && mount -t tmpfs -o size=1m tmpfs m && umount m")

    private static func works(_ line: String) -> Bool {
        guard let scratch = try? ScratchFolder() else { return false }
        defer { scratch.remove() }
        return (try? scratch.type("(\(line)) 2>/dev/null"))?.code == 0
    }
}
