extension ImportedRows {
    /// The rows with the time each candle starts at, where the file has the times of their ends.
    ///
    /// Fails with `contradiction` where the first of them would start before 1970.
    func fromStarts(
        _ timeframe: Timeframe, _ options: ImportOptions, source: String
    ) throws(CandleError) -> ImportedRows {
        let marks = Self.lastMoment(in: time)
        let marked = marks.map { _ in (is: ImportOptions.TimeIs.end, reason: "by their last digits") }
        let known = options.timeIs.map { (is: $0, reason: "as told") } ?? timeIs ?? marked
        guard let (which, reason) = known else { return self }
        var rows = self
        rows.layout += ", time is the \(which.rawValue) \(reason)"
        guard which == .end else { return rows }
        let shift = marks ?? 0
        let times = time
        rows.time = Column(count: count, initial: 0) { out in
            for index in 0..<out.count { out[index] = timeframe.start(before: times[index] + shift) }
        }
        guard rows.time[0] >= 0 else {
            throw .contradiction(
                file: source, what: "has a candle that starts before 1970", expected: "times of starts, or later ones")
        }
        return rows
    }

    /// How far all times are before a whole minute, where they are the last moment of one: 1 for `:59.999`.
    private static func lastMoment(in time: Column<Int64>) -> Int64? {
        guard time.count > 1 else { return nil }
        let rest = time[0] % 60_000
        guard rest == 59_999 || rest == 59_000 else { return nil }
        let time = time.span
        for index in time.indices where time[index] % 60_000 != rest { return nil }
        return 60_000 - rest
    }
}

extension Timeframe {
    /// The start of the candle that ends at `end`.
    fileprivate func start(before end: Int64) -> Int64 {
        unit == .month ? start(containing: end - 1) : end - milliseconds
    }
}
