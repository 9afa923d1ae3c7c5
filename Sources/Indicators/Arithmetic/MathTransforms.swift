import Candles
import Foundation

// TA-Lib's functions of each value alone, which differ in nothing else.
extension Indicator {
    package static let arcCosine = transform("acos", "Arc cosine", "of -1 to 1, in radians", isPartial: true, acos)
    package static let arcSine = transform("asin", "Arc sine", "of -1 to 1, in radians", isPartial: true, asin)
    package static let arcTangent = transform("atan", "Arc tangent", "in radians", atan)
    package static let ceiling = transform("ceil", "Ceiling", "the next whole number above") { $0.rounded(.up) }
    package static let cosine = transform("cos", "Cosine", "of radians", cos)
    package static let hyperbolicCosine = transform("cosh", "Hyperbolic cosine", "(e^x + e^-x) / 2", cosh)
    package static let exponential = transform("exp", "Exponential", "e^x", exp)
    package static let flooring = transform("floor", "Floor", "the next whole number below") { $0.rounded(.down) }
    package static let naturalLogarithm = transform("ln", "Natural logarithm", "of above 0", isPartial: true, log)
    package static let commonLogarithm = transform(
        "log10", "Logarithm to base 10", "of above 0", isPartial: true, log10)
    package static let sine = transform("sin", "Sine", "of radians", sin)
    package static let hyperbolicSine = transform("sinh", "Hyperbolic sine", "(e^x - e^-x) / 2", sinh)
    package static let squareRoot = transform("sqrt", "Square root", "of at least 0", isPartial: true) {
        $0.squareRoot()
    }
    package static let tangent = transform("tan", "Tangent", "of radians", tan)
    package static let hyperbolicTangent = transform("tanh", "Hyperbolic tangent", "sinh / cosh", tanh)

    private static func transform(
        _ name: String, _ title: String, _ rule: String, isPartial: Bool = false,
        _ value: @escaping @Sendable (Double) -> Double
    ) -> Indicator {
        Indicator(
            name, title: title, summary: "The \(title.lowercased()) of each value.",
            formula: "\(title), \(rule). Missing where it is not defined or not finite.",
            source: "TA-Lib \(name.uppercased())",
            inputs: [.source], outputs: [isPartial ? .sparse(name) : .series(name)], warmup: { _ in 0 }
        ) { [.series(.candlewise($0.inputs[0], value))] }
    }
}
