import Candles

// TA-Lib's operators; in a script `a + b` says the same.
extension Indicator {
    package static let addition = operation("add", "Sum of two", "first + second", +)
    package static let division = operation("div", "Quotient", "first / second", isPartial: true, /)
    package static let multiplication = operation("mult", "Product", "first * second", *)
    package static let subtraction = operation("sub", "Difference", "first - second", -)

    private static func operation(
        _ name: String, _ title: String, _ rule: String, isPartial: Bool = false,
        _ value: @escaping @Sendable (Double, Double) -> Double
    ) -> Indicator {
        Indicator(
            name, title: title, summary: "\(rule), candle by candle.",
            formula: "\(rule). Missing where one of the two is, or the result is not finite.",
            source: "TA-Lib \(name.uppercased())",
            inputs: [.level("first"), .level("second")], outputs: [isPartial ? .sparse(name) : .series(name)],
            warmup: { _ in 0 }
        ) { [.series(.candlewise($0.inputs[0], $0.inputs[1], value))] }
    }
}
