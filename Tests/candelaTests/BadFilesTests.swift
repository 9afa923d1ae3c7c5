import Foundation
import Testing

/// Files that are no candles, one after another through the program: one sentence each, exit code 65, nothing stored.
///
/// `BadFiles.txt` has the name of each file and the sentence below it; `CANDELA_REWRITE_TRANSCRIPTS=1` writes it anew.
@Suite struct BadFilesTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "BadFiles")
    private static let table = folder.appendingPathExtension("txt")
    private static let told = "--symbol A --timeframe 5m"

    @Test(.timeLimit(.minutes(10)))
    func eachIsRefusedInOneSentenceAndNothingIsStored() throws {
        let scratch = try ScratchFolder()
        defer { scratch.remove() }
        _ = try scratch.type("cp '\(Self.folder.path)'/* . && candela synth --symbol A --candles 50")
        let before = try scratch.type("find home/candles -name '*.candles' | sort | xargs sha256sum")
        #expect(before.output.count == 1)
        let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path).sorted()
        var lines: [String] = []
        for name in names {
            let answer = try scratch.type("timeout 20 candela import '\(name)' \(Self.told)")
            if answer.code != 65 || answer.output.count != 1 { Issue.record("\(name): exit \(answer.code)") }
            lines += [name] + answer.output.map { "    " + $0 }
        }
        let after = try scratch.type("find home/candles -name '*.candles' | sort | xargs sha256sum; ls home")
        #expect(after.output == before.output + ["candles"])
        let played = lines.joined(separator: "\n") + "\n"
        if Transcript.areRewritten {
            try played.write(to: Self.table, atomically: true, encoding: .utf8)
        } else {
            let expected = try String(contentsOf: Self.table, encoding: .utf8).split(separator: "\n")
            for (left, right) in zip(expected, played.split(separator: "\n")) where left != right {
                Issue.record("\(right) instead of \(left)")
            }
            #expect(expected.count == lines.count && names.count > 100)
        }
    }

    /// What cannot lie in a folder of small files.
    @Test(
        .timeLimit(.minutes(5)),
        arguments: [
            ("true", ".", "is a folder, expected a file of candles"),
            ("mkfifo pipe", "pipe", "is no plain file, expected a file of candles"),
            ("true", "/dev/zero", "is no plain file, expected a file of candles"),
            ("true", "/dev/null", "is no plain file, expected a file of candles"),
            (
                "head -c 10000000 /dev/zero | tr '\\0' 1 > long.csv", "long.csv",
                "has a first line of more than 4096 bytes, expected lines of text with a candle each"
            ),
            (
                "(echo time,open,high,low,close,volume; head -c 10000000 /dev/zero | tr '\\0' 1) > long.csv",
                "long.csv",
                "a line of more than 65,536 bytes, expected a candle"
            ),
            (
                "head -c 300000000 /dev/zero | gzip -1 > bomb.csv.gz", "bomb.csv.gz",
                "holds no file, expected a file of candles"
            ),
            (
                "(echo time,open,high,low,close,volume; head -c 300000000 /dev/zero | tr '\\0' '\\n') | gzip -9 > bomb.csv.gz",
                "bomb.csv.gz",
                "unpacks to more than 250 times its size, expected a file of candles, which never does"
            ),
        ])
    func whatIsNoSmallFileIsRefusedAtOnce(made: String, name: String, sentence: String) throws {
        let scratch = try ScratchFolder()
        defer { scratch.remove() }
        let answer = try scratch.type("\(made); timeout 60 candela import -q \(name) \(Self.told)")
        #expect(answer.code == 65 && answer.output.count == 1)
        #expect(answer.output.first?.hasPrefix(name + ":") == true && answer.output.first?.hasSuffix(sentence) == true)
        #expect(try scratch.type("ls home").code != 0)
    }

    @Test func linksThatLeadNowhereAreNamed() throws {
        let scratch = try ScratchFolder()
        defer { scratch.remove() }
        let circle = try scratch.type("ln -s a.csv b.csv; ln -s b.csv a.csv; candela import a.csv")
        #expect(circle.output == ["a.csv: cannot be read: Too many levels of symbolic links"] && circle.code == 74)
        let nowhere = try scratch.type("ln -s nothing.csv c.csv; candela import c.csv")
        #expect(nowhere.output == ["c.csv: no such file"] && nowhere.code == 66)
    }

    @Test func namesMayHaveSpacesAndAnyLetters() throws {
        let scratch = try ScratchFolder()
        defer { scratch.remove() }
        let name = "späte Kerzen — 1.csv"
        let text = "time,open,high,low,close,volume\\n1704067200,1,2,1,2,1\\n"
        let answer = try scratch.type("printf '\(text)' > '\(name)'; candela import '\(name)' \(Self.told)")
        #expect(answer.code == 0 && answer.output.first == name)
    }
}
