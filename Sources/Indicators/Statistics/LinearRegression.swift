import Candles
import Foundation

// What can be read from the line of least squares through the last values.
extension Indicator {
    package static let linearreg = regression(
        "linearreg", title: "Linear regression",
        summary: "Where the straight line through the last candles is at the present one.",
        formula: "Line of least squares through the last period values, at the last of them."
    ) { line, pivot in pivot + line.end }

    package static let linearregAngle = regression(
        "linearreg_angle", title: "Angle of the linear regression",
        summary: "How steep the straight line through the last candles is, in degrees.",
        formula: "atan(slope), in degrees. It depends on the unit of the values."
    ) { line, _ in atan(line.slope) * 180 / .pi }

    package static let linearregIntercept = regression(
        "linearreg_intercept", title: "Intercept of the linear regression",
        summary: "Where the straight line through the last candles began.",
        formula: "Line of least squares through the last period values, at the first of them."
    ) { line, pivot in pivot + line.start }

    package static let linearregSlope = regression(
        "linearreg_slope", title: "Slope of the linear regression",
        summary: "How much the straight line through the last candles rises a candle.",
        formula: "Slope of the line of least squares through the last period values."
    ) { line, _ in line.slope }

    package static let tsf = regression(
        "tsf", title: "Time series forecast",
        summary: "Where the straight line through the last candles would be at the next one.",
        formula: "Line of least squares through the last period values, one candle behind the last of them."
    ) { line, pivot in pivot + line.end + line.slope }

    private static func regression(
        _ name: String, title: String, summary: String, formula: String,
        _ value: @escaping @Sendable (_ line: LineSums, _ pivot: Double) -> Double
    ) -> Indicator {
        Indicator(
            name, title: title, summary: summary, formula: formula,
            source: "Draper and Smith, Applied Regression Analysis, 1998, ch. 1; TA-Lib \(name.uppercased())",
            inputs: [.source], options: [.period("period", 14, from: 2)], outputs: [.series(name)],
            warmup: { $0.period - 1 }
        ) { [.series($0.inputs[0].windowLines($0.options.period, value))] }
    }
}
