import Candles
import Foundation
import Indicators

/// A file of numbers with a line of names, as reference values are kept; empty is NaN. Lines with `#` are about it.
struct NumberTable {
    var comments: [String: String] = [:]
    var columns: [(name: String, values: [Double])] = []

    init(_ file: URL) throws {
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

    /// The columns of this name as series of whole ticks.
    func series(_ names: some Sequence<String>, decimals: Int = 2) -> [Series] {
        names.map { Series(self[$0] ?? [], tick: $0 == "volume" ? nil : Tick(decimals: decimals)) }
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
