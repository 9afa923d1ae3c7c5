import Candles
import Foundation
import Indicators
import TestSupport
import Testing

/// TA-Lib's answers to damaged and tiny inputs, and what it refuses.
@Suite(.enabled(if: SharedFiles.arePresent, "needs the folder shared beside the checkout"))
struct GoldenEdgeTests {
    /// One line of the file, whose text keeps the order of the parameters.
    struct Case: Decodable {
        let `case`: String
        let function: String
        let inputs: [String]
        let parameters: [String: Double]
        let outputs: [[Double?]]?
        var options: [Double] = []

        private enum CodingKeys: String, CodingKey { case `case`, function, inputs, parameters, outputs }
    }

    struct Input: Decodable {
        let open, high, low, close, volume: [Double?]

        func series(_ name: String) -> Series? {
            let columns = ["open": open, "high": high, "low": low, "close": close, "volume": volume]
            let tick = name == "volume" ? nil : Tick(decimals: 2)
            return columns[name].map { Series($0.map { $0 ?? .nan }, tick: tick) }
        }
    }

    private func cases() throws -> [Case] {
        let file = try GoldenValues.folder("edge-cases").appending(path: "cases.json")
        return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").compactMap { line in
            guard line.hasPrefix(#"{"case""#) else { return nil }
            let text = line.hasSuffix(",") ? line.dropLast() : line
            var edge = try JSONDecoder().decode(Case.self, from: Data(text.utf8))
            let parameters = try #require(text.firstMatch(of: /"parameters":\{([^}]*)\}/)).1
            edge.options = parameters.split(separator: ",").compactMap { setting in
                setting.split(separator: ":").last.flatMap { Double($0.trimmingCharacters(in: .whitespaces)) }
            }
            #expect(edge.options.count == edge.parameters.count)
            return edge
        }
    }

    /// Where TA-Lib carries a NaN to the end, or forgets it and is wrong from there on, ours begins anew:
    /// `ContractTests.startsAnewBehindAMissingValue`.
    /// From candles of which none has a price, its AD makes one 0; ours is missing as they are.
    @Test func agreesOnDamagedAndTinyInputs() throws {
        let file = try GoldenValues.folder("edge-cases").appending(path: "inputs.json")
        let inputs = try JSONDecoder().decode([String: Input].self, from: Data(contentsOf: file))
        for edge in try cases() where !["nan_middle", "nan_tail"].contains(edge.case) {
            guard let outputs = edge.outputs else { continue }
            let indicator = try #require(GoldenValues.indicator(edge.function), "\(edge.function)")
            let input = try #require(inputs[edge.case], "\(edge.case)")
            let names = zip(indicator.inputs, edge.inputs).map { $0.column ?? $1 }
            let options = Array(edge.options.prefix(indicator.options.count))
            let values = indicator(names.compactMap(input.series), options).numbers
            for (ours, golden) in zip(values, outputs) {
                let missing = edge.case == "nan_all" && edge.function == "AD"
                let wrong = golden.indices.first {
                    !approximatelyEqual(
                        ours[$0], missing ? .nan : golden[$0] ?? .nan, relative: 1e-9, absolute: 1e-7)
                }
                #expect(wrong == nil, "\(edge.function) \(edge.case) \(edge.parameters) at row \(wrong ?? 0)")
            }
        }
    }

    @Test func refusesWhatTALibRefuses() throws {
        for edge in try cases() where edge.outputs == nil {
            let indicator = try #require(GoldenValues.indicator(edge.function), "\(edge.function)")
            let isRefused = zip(indicator.options, edge.options).contains { !$0.accepts($1) }
            #expect(isRefused, "\(edge.function) \(edge.parameters)")
        }
    }
}
