import Foundation

/// A foreign file, read and checked: candles in order, each time once, and the report. Nothing is stored yet.
package struct CandleImport: Sendable {
    package let candles: CandleSeries
    package let report: ImportReport

    /// Reads a file; `CandleArchive.store` keeps what comes out.
    ///
    /// Fails with a `CandleError` that names line and column: impossible lines, different duplicates, and whatever
    /// cannot be concluded refuse the whole file.
    package static func read(
        _ file: URL, options: ImportOptions = ImportOptions()
    ) throws(CandleError) -> CandleImport {
        let source = try SourceFile(file)
        let importer = try ImporterCatalog.importer(for: source, options)
        let rows = try importer.read(source, options)
        return try CandleImport(
            rows, source: source.name, fileName: file.lastPathComponent, sha256: source.digest(),
            importer: importer, options: options)
    }

    init(
        _ rows: ImportedRows, source: String, fileName: String, sha256: String, importer: Importer,
        options: ImportOptions
    ) throws(CandleError) {
        var report = ImportReport(file: fileName, sha256: sha256, format: importer.name)
        report.rowsRead = rows.count

        let order = RowOrder(rows.time)
        report.outOfOrder = order.outOfOrder
        let kept = try order.distinct(rows, source: source, duplicates: options.duplicates)
        report.equalDuplicates = kept.equal
        report.differentDuplicates = kept.different
        let rows = rows.picked(kept.rows)

        let market = try ImportedMarket(rows, fileName: fileName, source: source, options: options)
        let ticks = TickInPrices([rows.open, rows.high, rows.low, rows.close])
        report.tickDecimals = ticks.tick?.decimals
        report.pricesBesideTick = ticks.beside
        candles = rows.candles(of: market.name, tick: ticks.tick)
        report.candles = candles.count

        let check = CandleCheck(candles)
        try rows.refuse(check, source: source, gaps: options.gaps)
        report.add(check)
        report.conclude(layout: rows.layout, market: market, candles: candles, check: check)
        self.report = report
    }
}

extension ImportedRows {
    /// The rows with these numbers; all of them for nil.
    fileprivate func picked(_ rows: [Int]?) -> ImportedRows {
        guard let rows else { return self }
        var picked = self
        picked.time = time.picked(rows)
        picked.open = open.picked(rows)
        picked.high = high.picked(rows)
        picked.low = low.picked(rows)
        picked.close = close.picked(rows)
        picked.volume = volume.picked(rows)
        return picked
    }

    fileprivate func candles(of market: MarketName, tick: Tick?) -> CandleSeries {
        CandleSeries(
            symbol: market.symbol, timeframe: market.timeframe, time: time,
            open: Series(open, tick: tick), high: Series(high, tick: tick), low: Series(low, tick: tick),
            close: Series(close, tick: tick), volume: Series(volume))
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

extension Column {
    fileprivate func picked(_ rows: [Int]) -> Column {
        guard let first = rows.first else { return self }
        return Column(rows.lazy.map { self[$0] }, filler: self[first])
    }
}
