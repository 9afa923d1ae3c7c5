import Candles

/// How far a search or an import has come, as text: a few lines to be drawn again and again on a terminal, or one line elsewhere.
package enum ProgressText {
    /// A picture of it at one moment.
    package struct Value: Sendable, Equatable {
        package static let trials = "trials"

        /// What is searched or read: `sma_crossover on BTC/USDT 5m`.
        package var name: String
        package var done: Int
        /// nil where nobody knows.
        package var total: Int?
        /// What is counted.
        package var unit: String
        package var elapsed: Duration
        /// How many a second; nil before there is a first figure.
        package var rate: Double?
        /// Time to go; nil where unknown.
        package var remaining: Duration?
        package var best: Best?
        package var failed: Int
        /// Why most of the failed ones failed.
        package var commonestReason: String?
        package var workers: [Worker]

        package init(
            name: String, done: Int, total: Int?, unit: String = Self.trials, elapsed: Duration, rate: Double? = nil,
            remaining: Duration? = nil, best: Best? = nil, failed: Int = 0, commonestReason: String? = nil,
            workers: [Worker] = []
        ) {
            self.name = name
            self.done = done
            self.total = total
            self.unit = unit
            self.elapsed = elapsed
            self.rate = rate
            self.remaining = remaining
            self.best = best
            self.failed = failed
            self.commonestReason = commonestReason
            self.workers = workers
        }
    }

    /// The best trial so far and its objective.
    package struct Best: Sendable, Equatable {
        package let trial: Int
        package let metric: String
        package let value: Double
        package let kind: TextColumn.Kind

        package init(trial: Int, metric: String, value: Double, kind: TextColumn.Kind) {
            self.trial = trial
            self.metric = metric
            self.value = value
            self.kind = kind
        }
    }

    /// What one worker is at.
    package struct Worker: Sendable, Equatable {
        package let number: Int
        /// nil while it waits for work.
        package let trial: Int?
        /// Since it began with this trial, or since it waits.
        package let elapsed: Duration

        package init(number: Int, trial: Int?, elapsed: Duration) {
            self.number = number
            self.trial = trial
            self.elapsed = elapsed
        }
    }

    /// Lines for a terminal, none wider than `width` columns and no more than `height` of them.
    package static func lines(_ value: Value, width: Int, height: Int = .max, style: TextStyle = .plain) -> [String] {
        var lines = [head(value, width: width, style: style)]
        if let best = value.best { lines.append(TextWidth.cut("best \(text(best))", to: width)) }
        if value.failed > 0 { lines.append(style.red(TextWidth.cut(failures(value), to: width))) }
        let room = max(0, height - lines.count)
        let shown = value.workers.count <= room ? value.workers.count : max(0, room - 1)
        lines += value.workers.prefix(shown).map { style.dim(TextWidth.cut(worker($0, of: value.workers), to: width)) }
        if shown < value.workers.count && room > 0 {
            lines.append(style.dim(TextWidth.cut("  and \(value.workers.count - shown) more workers", to: width)))
        }
        return Array(lines.prefix(max(1, height)))
    }

    /// One line for a log.
    package static func line(_ value: Value) -> String {
        var parts = [
            CountText.text(value.done) + (value.total.map { " of \(CountText.text($0))" } ?? "") + " \(value.unit)"
        ]
        if let rate = value.rate { parts.append(text(rate: rate, value.unit)) }
        if let remaining = value.remaining {
            parts.append(DurationText.rough(seconds: remaining / .seconds(1)) + " to go")
        } else {
            parts.append(DurationText.text(value.elapsed))
        }
        if let best = value.best { parts.append("best \(text(best))") }
        if value.failed > 0 { parts.append(failures(value)) }
        return "\(InertText.text(value.name)): " + parts.joined(separator: ", ")
    }

    /// Name, bar and figures; a narrow terminal loses the bar first, then the name.
    private static func head(_ value: Value, width: Int, style: TextStyle) -> String {
        var figures: [String] = []
        if let share = share(value) { figures.append(percent(share)) }
        // Trials are what the rest of the line is about, too.
        let unit = value.unit == Value.trials && value.total != nil ? "" : " \(value.unit)"
        figures.append(CountText.text(value.done) + (value.total.map { "/" + CountText.text($0) } ?? "") + unit)
        if let rate = value.rate { figures.append(text(rate: rate, value.unit)) }
        if let remaining = value.remaining {
            figures.append(DurationText.rough(seconds: remaining / .seconds(1)) + " to go")
        } else {
            figures.append(DurationText.rough(seconds: value.elapsed / .seconds(1)))
        }
        let tail = figures.joined(separator: "  ")
        let name = InertText.text(value.name)
        let room = width - TextWidth.width(name) - TextWidth.width(tail) - 4
        if room >= 8, let share = share(value) {
            return name + "  " + bar(share, width: min(room, 40), style: style) + "  " + tail
        }
        let whole = name + "  " + tail
        return TextWidth.cut(TextWidth.width(whole) <= width ? whole : tail, to: width)
    }

    private static func share(_ value: Value) -> Double? {
        guard let total = value.total, total > 0 else { return nil }
        return min(1, max(0, Double(value.done) / Double(total)))
    }

    /// Rounded down, so that 100 % means all of them.
    private static func percent(_ share: Double) -> String {
        let digits = String(Int(share * 100))
        return String(repeating: " ", count: 3 - digits.count) + digits + " %"
    }

    /// A bar that grows by eighths of a character.
    private static func bar(_ share: Double, width: Int, style: TextStyle) -> String {
        let parts: [Character] = ["▏", "▎", "▍", "▌", "▋", "▊", "▉"]
        let eighths = Int(share * Double(width * 8))
        var full = String(repeating: "█", count: eighths / 8)
        if eighths % 8 > 0 { full.append(parts[eighths % 8 - 1]) }
        return style.green(full) + style.dim(String(repeating: "·", count: width - full.count))
    }

    private static func text(rate: Double, _ unit: String) -> String {
        let unit = unit == Value.trials ? "" : " \(unit)"
        return switch rate {
        case 100...: NumberText.fixed(rate, decimals: 0, groups: true) + unit + "/s"
        case 1...: NumberText.fixed(rate, decimals: 1) + unit + "/s"
        default: NumberText.fixed(rate * 60, decimals: 1) + unit + "/min"
        }
    }

    private static func text(_ best: Best) -> String {
        let cell = ColumnText(TextColumn(best.metric, best.kind), cells: [.real(best.value)]).cells[0]
        return "\(InertText.text(best.metric)) \(cell) (trial \(best.trial))"
    }

    private static func failures(_ value: Value) -> String {
        let reason = value.commonestReason.map { ", mostly: " + InertText.text($0) } ?? ""
        return CountText.text(value.failed) + " failed" + reason
    }

    private static func worker(_ worker: Worker, of workers: [Worker]) -> String {
        let widest = workers.map { String($0.number).count }.max() ?? 1
        let number = TextWidth.pad(String(worker.number), to: widest, right: true)
        let elapsed = DurationText.text(worker.elapsed)
        guard let trial = worker.trial else { return "  worker \(number)  waits" }
        return "  worker \(number)  trial \(trial)  \(elapsed)"
    }
}
