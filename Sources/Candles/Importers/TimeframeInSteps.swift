extension Timeframe {
    /// The timeframe that most steps between candles have; nil where fewer than half agree or none is that long.
    static func mostCommon(in time: Column<Int64>) -> Timeframe? {
        var counts: [Int64: Int] = [:]
        var total = 0
        // Steps come in long runs of equal ones.
        var (last, run) = (Int64(0), 0)
        forEachStep(in: time) { step in
            total += 1
            if step != last {
                if run > 0 { counts[last, default: 0] += run }
                (last, run) = (step, 0)
            }
            run += 1
        }
        if run > 0 { counts[last, default: 0] += run }
        let months = counts.filter { (28...31).contains($0.key / TimeText.millisecondsPerDay) }
        if months.count > 1, months.values.reduce(0, +) * 2 > total { return Timeframe(1, .month) }
        // Of two that are equally common the shorter: the longer one has gaps.
        let common = counts.max { ($0.value, -$0.key) < ($1.value, -$1.key) }
        guard let (step, count) = common, count * 2 > total else { return nil }
        return Timeframe(milliseconds: step)
    }

    /// Whether candles of this length could have these starts: some are neighbors, and most steps are whole candles.
    func fits(_ time: Column<Int64>) -> Bool {
        var (neighbors, whole, total) = (0, 0, 0)
        Self.forEachStep(in: time) { step in
            total += 1
            if isLength(step) {
                neighbors += 1
                whole += 1
                return
            }
            if unit == .month ? step > 27 * TimeText.millisecondsPerDay : step.isMultiple(of: milliseconds) {
                whole += 1
            }
        }
        return total == 0 || neighbors > 0 && whole * 2 > total
    }

    private func isLength(_ step: Int64) -> Bool {
        guard unit == .month else { return step == milliseconds }
        let days = step / TimeText.millisecondsPerDay
        return days >= 28 * count && days <= 31 * count
    }

    private static func forEachStep(in time: Column<Int64>, _ body: (Int64) -> Void) {
        let time = time.span
        for index in 1..<max(time.count, 1) where time[index] != time[index - 1] {
            body((time[index] - time[index - 1]).magnitude > 1 << 50 ? 0 : abs(time[index] - time[index - 1]))
        }
    }

    /// The shortest name of a length: 3,600,000 is `1h`, 604,800,000 is `1w`; nil for what is no whole second.
    init?(milliseconds: Int64) {
        let units: [Unit] = [.week, .day, .hour, .minute, .second]
        guard milliseconds > 0, let unit = units.first(where: { milliseconds.isMultiple(of: $0.milliseconds) }),
            milliseconds / unit.milliseconds < 100_000
        else { return nil }
        self.init(Int(milliseconds / unit.milliseconds), unit)
    }
}
