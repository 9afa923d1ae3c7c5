import Candles
import Foundation
import Indicators

/// A file of numbers with a line of names, as reference values are kept; empty is NaN. Lines with `#` are about it.
struct NumberTable {
    var comments: [String: String] = [:]
    var columns: [(name: String, values: [Double])] = []

    /// - Parameter rows: how many lines of numbers are read; all unless told.
    init(_ file: URL, rows: Int = .max) throws {
        var left = rows
        for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
            if line.hasPrefix("# "), let colon = line.firstIndex(of: ":") {
                comments[String(line[..<colon].dropFirst(2))] =
                    line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
                continue
            }
            let fields = line.split(separator: ",", omittingEmptySubsequences: false)
            if columns.isEmpty {
                columns = fields.map { (String($0), []) }
            } else {
                guard left > 0 else { break }
                left -= 1
                for (column, field) in fields.enumerated() {
                    columns[column].values.append(field.isEmpty ? .nan : Double(field) ?? .nan)
                }
            }
        }
    }

    subscript(name: String) -> [Double]? { columns.first { $0.name == name }?.values }

    /// The reference values of the project itself.
    static let reference = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Reference")

    static func reference(_ name: String) throws -> NumberTable {
        try NumberTable(reference.appending(path: "\(name).csv"))
    }

    /// The columns of these names; prices as whole ticks.
    func series(_ names: some Sequence<String>, decimals: Int = 2) -> [Series] {
        names.map { name in
            let isPrice = ["open", "high", "low", "close"].contains(name)
            return Series(self[name] ?? [], tick: isPrice ? Tick(decimals: decimals) : nil)
        }
    }

    /// How many decimal places the prices have.
    var decimals: Int {
        let prices = ["open", "high", "low", "close"].flatMap { self[$0] ?? [] }
        return (0...10).first { decimals in
            let tick = Tick(decimals: decimals)
            return prices.allSatisfy { tick.count($0) != nil }
        } ?? 10
    }
}

extension [Indicator.Value] {
    /// The outputs as numbers; yes is 1.
    var numbers: [[Double]] {
        map { value in
            switch value {
            case .series(let series): series.array()
            case .mask(let mask): mask.array().map { $0 ? 1 : 0 }
            }
        }
    }
}
