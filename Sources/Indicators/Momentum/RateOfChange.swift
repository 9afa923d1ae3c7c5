import Candles

// The same step under TA-Lib's four names: as a percentage, a fraction, a ratio and a ratio in percent.

extension Indicator {
    package static let roc = Indicator(
        "roc", title: "Rate of change",
        summary: "How far the value is from that of some candles ago, in percent.",
        formula: "100 * (value / value period candles ago - 1). 0 where that was 0.",
        source: "TA-Lib ROC",
        inputs: [.source], options: [.period("period", 10)], outputs: [.series("roc")],
        warmup: { $0.period }
    ) { [.series($0.inputs[0].rateOfChange($0.options.period))] }

    package static let rocp = Indicator(
        "rocp", title: "Rate of change, fraction",
        summary: "How far the value is from that of some candles ago, as a fraction of it.",
        formula: "(value - value period candles ago) / value period candles ago. 0 where that was 0.",
        source: "TA-Lib ROCP",
        inputs: [.source], options: [.period("period", 10)], outputs: [.series("rocp")],
        warmup: { $0.period }
    ) { [.series(.candlewise($0.inputs[0], behind: $0.options.period) { $1 == 0 ? 0 : ($0 - $1) / $1 })] }

    package static let rocr = Indicator(
        "rocr", title: "Rate of change, ratio",
        summary: "How many times the value of some candles ago it is.",
        formula: "value / value period candles ago. 0 where that was 0.",
        source: "TA-Lib ROCR",
        inputs: [.source], options: [.period("period", 10)], outputs: [.series("rocr")],
        warmup: { $0.period }
    ) { [.series(.candlewise($0.inputs[0], behind: $0.options.period) { $1 == 0 ? 0 : $0 / $1 })] }

    package static let rocr100 = Indicator(
        "rocr100", title: "Rate of change, ratio in percent",
        summary: "The value in percent of that of some candles ago.",
        formula: "100 * value / value period candles ago. 0 where that was 0.",
        source: "TA-Lib ROCR100",
        inputs: [.source], options: [.period("period", 10)], outputs: [.series("rocr100")],
        warmup: { $0.period }
    ) { [.series(.candlewise($0.inputs[0], behind: $0.options.period) { $1 == 0 ? 0 : 100 * ($0 / $1) })] }
}

extension Series {
    /// In percent; 0 where the value `period` candles ago was 0.
    func rateOfChange(_ period: Int) -> Series {
        .candlewise(self, behind: period) { now, before in before == 0 ? 0 : 100 * (now / before - 1) }
    }
}
