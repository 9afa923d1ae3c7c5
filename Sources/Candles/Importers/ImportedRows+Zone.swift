extension ImportedRows {
    /// The rows with times in UTC: those of dates without a zone are read off the clock of `options.timeZone`.
    ///
    /// Days without a time of the day stay: they name a day. Fails with `contradiction` where some times of the day have
    /// a zone and some have none, `unclear` where a maker is known for another
    /// clock than UTC's and no option names it, `impossible` for times that clocks of that place never showed.
    func inUTC(_ options: ImportOptions, source: String) throws(CandleError) -> ImportedRows {
        guard dates.lacksZones else { return self }
        let isDaily = time.span.allSatisfy { $0.isMultiple(of: TimeText.millisecondsPerDay) }
        guard isDaily || !dates.hasZones else {
            throw .contradiction(
                file: source, what: "has times with a zone and times without", expected: "one way of writing them")
        }
        guard let zone = options.timeZone, !isDaily else {
            if !isDaily, let question = dates.question {
                throw .unclear(file: source, what: question, option: "--time-zone")
            }
            var rows = self
            rows.layout += ", taken as UTC"
            return rows
        }
        return try moved(to: zone, options, source: source)
    }

    private func moved(
        to zone: ClockZone, _ options: ImportOptions, source: String
    ) throws(CandleError) -> ImportedRows {
        var rows = self
        var known: [Int] = []
        var times: [Int64] = []
        var (previous, isFalling, twice) = (Int64.min, false, 0)
        for index in 0..<count {
            let candidates = zone.times(showing: time[index]).filter(TimeNumber.range.contains)
            guard let first = candidates.first, let last = candidates.last else {
                let what = "the clock of \(zone) never showed \(TimeText.text(time[index])), it was put forward then"
                if rows.doubts.faults.count < 10 {
                    rows.doubts.faults.append(CandleFault(line: line(of: index), column: 1, what: what))
                }
                rows.doubts.dropped += 1
                continue
            }
            var moved = first
            if first != last {
                // Shown twice: in the order of the file, the first time first.
                twice += 1
                if isFalling ? previous > last : previous >= first { moved = last }
            }
            if previous != .min, moved != previous { isFalling = moved < previous }
            previous = moved
            known.append(index)
            times.append(moved)
        }
        let unknown = count - known.count
        guard unknown == 0 || options.bad == .drop && !known.isEmpty else {
            throw .impossible(file: source, faults: rows.doubts.faults, total: rows.doubts.dropped)
        }
        if unknown > 0 {
            let doubts = rows.doubts
            rows = picked(known)
            rows.doubts = doubts
        }
        rows.time = Column(times, filler: 0)
        rows.layout += " with the clock of \(zone)"
        if twice > 0 { rows.layout += ", \(CountText.text(twice, "time")) shown twice taken in the order of the file" }
        return rows
    }
}

extension Span where Element == Int64 {
    fileprivate func allSatisfy(_ test: (Int64) -> Bool) -> Bool {
        for index in indices where !test(self[index]) { return false }
        return true
    }
}
