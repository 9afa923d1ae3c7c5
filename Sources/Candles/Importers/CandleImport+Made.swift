extension CandleImport {
    /// Candles that no file was read for, joined from shorter ones or made from a seed; `origin` says how, and `remarks`
    /// what else is to be known of them.
    ///
    /// Their report has the hash of the candles in place of that of a file.
    package init(_ candles: CandleSeries, origin: String, remarks: [String] = []) {
        precondition(candles.count > 0, "an import without candles")
        var report = ImportReport(file: origin, sha256: candles.contentHash, format: "candela")
        report.rowsRead = candles.count
        report.candles = candles.count
        report.tickDecimals = candles.close.tick?.decimals
        let check = CandleCheck(candles)
        report.add(check)
        let times = "\(TimeText.text(candles.time[0])) to \(TimeText.text(candles.time[candles.count - 1])) UTC"
        let odd = remarks + check.lines
        report.conclusions = [
            origin,
            "\(candles.symbol) \(candles.timeframe): \(candles.timeframe.text(candles: candles.count)), \(times)",
            odd.isEmpty ? "nothing odd" : odd.joined(separator: "; "),
        ]
        self.init(candles: candles, report: report)
    }

    private init(candles: CandleSeries, report: ImportReport) {
        self.candles = candles
        self.report = report
    }
}
