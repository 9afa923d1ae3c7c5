import Foundation

/// The results, aligned; a line as soon as it is known.
struct Table {
    private let nameWidth: Int

    init(names: [String]) {
        nameWidth = names.map(\.count).max() ?? 0
    }

    func showHeader() {
        line("name", "median", "spread", "wall", "unit", "per")
    }

    /// Processor time as median and spread, wall time as median, in the unit that suits the first.
    func show(_ name: String, _ measurement: Measurement, per: String) {
        let (unit, size) = Self.unit(measurement.processor.median)
        let numbers = [measurement.processor.median, measurement.processor.spread, measurement.wall.median]
            .map { Self.text($0 / size) }
        line(name, numbers[0], numbers[1], numbers[2], unit, per)
    }

    private func line(_ name: String, _ median: String, _ spread: String, _ wall: String, _ unit: String, _ per: String)
    {
        let numbers = [median, spread, wall].map { String(repeating: " ", count: max(0, 9 - $0.count)) + $0 }
        let name = name.padding(toLength: nameWidth, withPad: " ", startingAt: 0)
        let unit = unit.padding(toLength: 4, withPad: " ", startingAt: 0)
        // Not `print`, whose buffer would hold the line back where the output is no terminal.
        FileHandle.standardOutput.write(Data("\(name) \(numbers.joined(separator: " "))  \(unit)  \(per)\n".utf8))
    }

    private static func unit(_ seconds: Double) -> (name: String, seconds: Double) {
        let units: [(name: String, seconds: Double)] = [("s", 1), ("ms", 1e-3), ("us", 1e-6)]
        return units.first { seconds >= $0.seconds } ?? ("ns", 1e-9)
    }

    /// Three digits that count, and no more than three after the point.
    private static func text(_ number: Double) -> String {
        let decimals = number >= 100 ? 0 : number >= 10 ? 1 : number >= 1 ? 2 : 3
        return String(format: "%.\(decimals)f", number)
    }
}
