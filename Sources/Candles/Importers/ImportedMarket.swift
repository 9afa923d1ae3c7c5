/// Whose candles a file holds: said by an option, the content, or the name of the file; the steps must agree.
struct ImportedMarket {
    let name: MarketName
    /// Where symbol and timeframe were taken from, for the report.
    let origin: String

    init(
        _ rows: ImportedRows, fileName: String, source: String, options: ImportOptions
    ) throws(CandleError) {
        let named = MarketInFileName(fileName).settled(by: Timeframe.mostCommon(in: rows.time))
        guard let symbol = options.symbol ?? rows.symbol ?? named.symbol else {
            throw .unclear(file: source, what: "does not say what was traded", option: "--symbol")
        }
        let said = options.timeframe ?? rows.timeframe ?? named.timeframe
        guard let timeframe = said ?? Timeframe.mostCommon(in: rows.time) else {
            throw .unclear(file: source, what: "has no step that most candles share", option: "--timeframe")
        }
        guard timeframe.fits(rows.time) else {
            throw .contradiction(
                file: source, what: "its candles are not \(timeframe) apart",
                expected: Timeframe.mostCommon(in: rows.time).map { "\($0), which most of them are" }
                    ?? "steps of \(timeframe)")
        }
        name = try MarketName(symbol: symbol, timeframe: timeframe)
        let symbolOrigin = options.symbol != nil ? "as told" : rows.symbol != nil ? "by content" : "by file name"
        let timeframeOrigin =
            options.timeframe != nil
            ? "as told"
            : rows.timeframe != nil ? "by content" : named.timeframe != nil ? "by file name" : "by its steps"
        origin =
            symbolOrigin == timeframeOrigin
            ? symbolOrigin : "symbol \(symbolOrigin), timeframe \(timeframeOrigin)"
    }
}
