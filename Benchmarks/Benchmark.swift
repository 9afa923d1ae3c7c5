import Foundation

/// Times the hot paths: `benchmark [NAME...]` all of them, or those that a name is or begins; `benchmark --list`.
/// `benchmark --candles FILE` writes the candles that the indicators are timed on.
@main enum Benchmark {
    static func main() {
        let names = Array(CommandLine.arguments.dropFirst())
        if names == ["--list"] {
            for subject in subjects { print(subject.name) }
            return
        }
        if names.first == "--candles", names.count == 2 {
            do { try PeerIndicators.writeCandles(to: names[1]) } catch { fail("\(error)", status: 1) }
            return
        }
        for name in names where !subjects.contains(where: { $0.isNamed(name) }) {
            fail("nothing is named \(name), see benchmark --list", status: 64)
        }
        do { try run(names) } catch { fail("\(error)", status: 1) }
    }

    private static func run(_ names: [String]) throws {
        let chosen = subjects.filter { subject in names.isEmpty || names.contains(where: subject.isNamed) }
        let table = Table(names: chosen.map(\.name))
        table.showHeader()
        for subject in chosen {
            defer { Scratch.remove() }
            let work = try subject.prepare()
            table.show(subject.name, try measure(work), per: work.per)
        }
    }

    private static func fail(_ message: String, status: Int32) -> Never {
        FileHandle.standardError.write(Data("benchmark: \(message)\n".utf8))
        exit(status)
    }

    private static var subjects: [Subject] {
        CandleBenchmarks.all + IndicatorBenchmarks.all + PeerIndicators.all + SimulationBenchmarks.all
            + BoundaryBenchmarks.all + SearchBenchmarks.all + StoreBenchmarks.all
    }
}

/// One thing that is timed.
struct Subject {
    /// The area and the thing: `indicators.sma`.
    let name: String
    /// Makes what the work needs, which is not timed.
    let prepare: () throws -> Work

    init(_ name: String, prepare: @escaping () throws -> Work) {
        self.name = name
        self.prepare = prepare
    }

    /// Whether `text` is the name or begins it: `indicators` names all of its area.
    func isNamed(_ text: String) -> Bool {
        name == text || name.hasPrefix(text + ".")
    }
}
