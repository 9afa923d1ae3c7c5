import Foundation
import Testing

/// Ctrl-C while an import reads, checks and stores, and while it waits for another one.
struct InterruptedImportTests {
    @Test(.timeLimit(.minutes(15)))
    func anInterruptedImportEndsWithOneSentenceAndLeavesTheStoreAsItWas() throws {
        let scratch = try ScratchFolder()
        defer { scratch.remove() }
        func type(_ line: String) throws -> [String] {
            let (output, code) = try scratch.type(line)
            try #require(code == 0, "\(line): \(output)")
            return output
        }
        _ = try type("candela synth --symbol BIG --timeframe 1m --candles 60000 --seed 5")
        _ = try type("candela candles export BIG 1m BIG-1m.csv && rm -r home")
        _ = try type("head -n 1001 BIG-1m.csv > old.csv && candela import old.csv --symbol BIG --timeframe 1m")
        let old = try type("candela candles export BIG 1m -; ls -A home/candles")
        _ = try type("cp -r home before && candela import BIG-1m.csv -q")
        let new = try type("candela candles export BIG 1m -; ls -A home/candles")
        #expect(old != new)

        // A moment in each part of the import: it lasts as long as it does, and the moments come closer until it ends.
        var (interrupted, moment) = (0, 0.4)
        for _ in 0..<40 where moment < 60 {
            _ = try type("rm -r home && cp -r before home")
            let (output, code) = try scratch.type(
                "timeout --foreground --preserve-status -s INT \(moment) candela import BIG-1m.csv -q")
            let isWhole = code == 0 || output == ["interrupted: BIG-1m.csv is stored"]
            if code != 0 { #expect(code == 130) }
            if code != 0 && !isWhole {
                interrupted += 1
                #expect(
                    output == ["interrupted: nothing of BIG-1m.csv was stored, the candles are as they were"])
            }
            #expect(try type("candela candles export BIG 1m -; ls -A home/candles") == (isWhole ? new : old))
            if code == 0 { break }
            moment *= 1.4
        }
        #expect(interrupted > 0)
    }

    @Test(.timeLimit(.minutes(5)))
    func anImportThatWaitsForAnotherIsInterrupted() throws {
        let scratch = try ScratchFolder()
        defer { scratch.remove() }
        #expect(try scratch.type("candela synth --symbol X --timeframe 1h --candles 10 && cp -r home before").code == 0)
        #expect(try scratch.type("candela candles export X 1h Y-1h.csv && cp Y-1h.csv Z-1h.csv").code == 0)
        // The lock that a writer has on the folder. Without --foreground two signals come; the second ends it at once.
        let (output, code) = try scratch.type(
            "flock home/candles/.lock timeout --foreground --preserve-status -s INT 4 candela import -q Y-1h.csv Z-1h.csv"
        )
        #expect(code == 130)
        #expect(output == ["interrupted: nothing of Y-1h.csv was stored, the candles are as they were"])
        #expect(try scratch.type("diff -r before home").code == 0)
    }
}
