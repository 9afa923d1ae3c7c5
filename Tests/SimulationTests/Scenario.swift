import Candles
import Foundation
import Simulation

/// A simulation that a person can check by hand, read from a text file: settings, candles, wishes and expected fills.
struct Scenario {
    var name: String
    var settings: [String: String] = [:]
    var rows: [Row] = []

    struct Row {
        var candle: Candle
        var wishes: [String] = []
        var fills: [(reason: String, price: Double)] = []
    }

    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Scenarios")

    static let names: [String] = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
        .filter { $0.hasSuffix(".txt") }.map { String($0.dropLast(4)) }.sorted()

    init(named name: String) throws {
        self.name = name
        let text = try String(contentsOf: Self.folder.appending(path: name + ".txt"), encoding: .utf8)
        for line in text.split(separator: "\n") {
            let line = line.prefix { $0 != "#" }
            let halves = line.split(separator: "|", omittingEmptySubsequences: false)
            if halves.count == 2 {
                rows.append(try Row(halves[0], halves[1], time: Int64(rows.count) * 60_000))
            } else if let space = line.firstIndex(of: " ") {
                settings[String(line[..<space])] = line[space...].trimmingCharacters(in: .whitespaces)
            }
        }
    }

    /// A setting that is a number or a quotient.
    func number(_ key: String) throws -> Double? {
        guard let text = settings[key] else { return nil }
        let parts = try text.split(separator: "/").map { try Self.number($0) }
        return parts.count == 2 ? parts[0] / parts[1] : parts.first
    }

    static func number(_ text: some StringProtocol) throws -> Double {
        guard let value = Double(text.trimmingCharacters(in: .whitespaces)) else {
            throw ScenarioError(text: String(text))
        }
        return value
    }
}

struct ScenarioError: Error {
    let text: String
}

extension Scenario.Row {
    fileprivate init(_ left: Substring, _ right: Substring, time: Int64) throws {
        let words = left.split(separator: " ")
        let prices = try words.prefix(4).map { try Scenario.number($0) }
        guard prices.count == 4 else { throw ScenarioError(text: String(left)) }
        candle = Candle(time: time, open: prices[0], high: prices[1], low: prices[2], close: prices[3], volume: 1)
        wishes = words.dropFirst(4).map(String.init)
        for fill in right.split(separator: ",") where !fill.allSatisfy(\.isWhitespace) {
            let words = fill.split(separator: " ")
            guard words.count == 2 else { throw ScenarioError(text: String(right)) }
            fills.append((String(words[0]), try Scenario.number(words[1])))
        }
    }
}

extension Scenario {
    /// The same turned upside down around 100: long is short, high is low, and every fill is on the other side.
    ///
    /// Nil where the scenario says it cannot be turned: fees, slippage and trailing stops are not symmetric.
    var mirrored: Scenario? {
        guard settings["mirror"] != "no" else { return nil }
        var mirrored = self
        let sides = ["long": "short", "short": "long", "long_exit": "short_exit", "short_exit": "long_exit"]
        mirrored.rows = rows.map { row in
            let candle = row.candle
            return Row(
                candle: Candle(
                    time: candle.time, open: 200 - candle.open, high: 200 - candle.low, low: 200 - candle.high,
                    close: 200 - candle.close, volume: 1),
                wishes: row.wishes.map { sides[$0] ?? $0 },
                fills: row.fills.map { (sides[$0.reason] ?? $0.reason, 200 - $0.price) })
        }
        mirrored.settings["units"] = settings["units"].map { "-" + $0 }
        return mirrored
    }

    var candles: CandleSeries {
        get throws {
            let warmup = Int(try number("warmup") ?? 0)
            return CandleSeries(symbol: "SCENARIO", timeframe: Timeframe(1, .minute), candles: rows.map(\.candle))
                .slice(0..<rows.count, warmup: warmup)
        }
    }

    var signals: Signals {
        get throws {
            func mask(_ wish: String) -> Mask { Mask(rows.map { $0.wishes.contains(wish) }) }
            var signals = Signals(
                long: .init(entry: mask("long"), exit: mask("long_exit")),
                short: .init(entry: mask("short"), exit: mask("short_exit")))
            signals.size = try level("size") ?? .constant(1)
            signals.stopLoss = try level("stop_loss")
            signals.takeProfit = try level("take_profit")
            signals.trailingStop = try level("trailing_stop")
            signals.timeLimit = try level("time_limit")
            return signals
        }
    }

    /// A setting for all candles, or a column where rows say `key=value`.
    private func level(_ key: String) throws -> Signals.Level? {
        let constant = try number(key)
        let values = try rows.map { row in
            try row.wishes.first { $0.hasPrefix(key + "=") }.map { try Self.number($0.dropFirst(key.count + 1)) }
        }
        if values.contains(where: { $0 != nil }) { return .column(Series(values.map { $0 ?? constant ?? .nan })) }
        return constant.map { .constant($0) }
    }

    func simulationSettings(way: SimulationSettings.Way) throws -> SimulationSettings {
        SimulationSettings(
            costs: Costs(fee: try number("fee") ?? 0, slippage: try number("slippage") ?? 0),
            fillRule: settings["fill"].flatMap(FillRule.init(rawValue:)) ?? .nextOpen, way: way)
    }
}
