import Foundation

/// A foreign file, read and checked: candles in order, each time once, and the report. Nothing is stored yet.
package struct CandleImport: Sendable {
    package let candles: CandleSeries
    package let report: ImportReport

    /// Reads a file; `CandleArchive.store` keeps what comes out. `progress` is told how far it has come.
    ///
    /// Fails with a `CandleError` that names line and column: impossible lines, different duplicates, and whatever
    /// cannot be concluded refuse the whole file.
    package static func read(
        _ file: URL, options: ImportOptions = ImportOptions(), progress: ImportProgress? = nil
    ) throws(CandleError) -> CandleImport {
        let source = try SourceFile(file, progress: progress)
        let importer = try ImporterCatalog.importer(for: source, options)
        let rows = try importer.read(source, options)
        return try CandleImport(
            rows, source: source, sha256: source.digest(), writtenAt: Self.writtenAt(file), importer: importer,
            options: options)
    }

    init(
        _ rows: ImportedRows, source file: SourceFile, sha256: String, writtenAt: Int64?, importer: Importer,
        options: ImportOptions
    ) throws(CandleError) {
        let source = file.name
        var report = ImportReport(file: file.fileName, sha256: sha256, format: importer.name)
        report.rowsRead = rows.count + rows.doubts.dropped
        let rows = try rows.ofOneSymbol(options, source: source).inUTC(options, source: source)

        let order = RowOrder(rows.time)
        report.outOfOrder = order.outOfOrder
        let kept = try order.distinct(rows, source: source, duplicates: options.duplicates)
        report.equalDuplicates = kept.equal
        report.differentDuplicates = kept.different
        let distinct = rows.picked(kept.rows)

        let market = try ImportedMarket(distinct, fileName: file.marketName, source: source, options: options)
        let started = try distinct.fromStarts(market.name.timeframe, options, source: source)
        let ticks = TickInPrices([started.open, started.high, started.low, started.close])
        report.tickDecimals = ticks.tick?.decimals
        report.pricesBesideTick = ticks.beside
        let found = started.candles(of: market.name, tick: ticks.tick)

        let check = CandleCheck(found)
        try started.refuse(check, source: source, gaps: options.gaps)
        report.add(check)
        var findings = ImportFindings(started.doubts, check)
        findings.isLastUnfinished = found.lastContains(writtenAt)
        if options.gaps == .fill {
            (candles, findings.filled) = try found.filled(check, file: source)
        } else {
            candles = found
        }
        report.candles = candles.count
        report.findings = findings
        report.conclude(
            started, market: market, candles: candles, check: check, order: order.lines(kept, rows),
            firstBesideTick: ticks.firstBeside)
        self.report = report
    }

    /// When a file was last written, in milliseconds since 1970; nil where nobody says.
    private static func writtenAt(_ file: URL) -> Int64? {
        let attributes = try? FileManager.default.attributesOfItem(atPath: file.path)
        return (attributes?[.modificationDate] as? Date).map { Int64($0.timeIntervalSince1970 * 1000) }
    }
}

extension ImportedRows {
    fileprivate func candles(of market: MarketName, tick: Tick?) -> CandleSeries {
        CandleSeries(
            symbol: market.symbol, timeframe: market.timeframe, time: time,
            open: Series(open, tick: tick), high: Series(high, tick: tick), low: Series(low, tick: tick),
            close: Series(close, tick: tick), volume: Series(volume), filled: marks)
    }

    /// Throws where what was found rules out that the file was understood, or breaks a wish.
    fileprivate func refuse(
        _ check: CandleCheck, source: String, gaps: ImportOptions.Gaps
    ) throws(CandleError) {
        // Open and close lie between low and high but for rare faults: where they often do not, the columns are others.
        if isOrderAssumed && check.outsideRange.count > max(2, count / 20) {
            throw .unclear(
                file: source,
                what: "does not say which column is which, and as time, open, high, low, close "
                    + "\(CountText.text(check.outsideRange.count)) of \(CountText.text(count)) candles have an "
                    + "open or close outside of low and high",
                option: "--columns")
        }
        if gaps == .reject, let gap = check.gaps.first {
            throw .gaps(file: source, total: check.gaps.count, first: gap.after, missing: check.missing)
        }
    }
}
