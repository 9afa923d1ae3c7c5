/// The three lines that yfinance has written since 2024: the prices, whose they are, and `Date` alone.
///
///     Price,Close,High,Low,Open,Volume
///     Ticker,AAPL,AAPL,AAPL,AAPL,AAPL
///     Date,,,,,
struct YahooHeader {
    private let names: [String]
    private let tickers: [Substring]
    private let wanted: String?
    let lineCount: Int

    /// nil where the lines are others.
    init?(_ rows: [[Substring]], symbol: String?) {
        guard rows.count > 1, rows[0].first?.lowercased() == "price", rows[1].first?.lowercased() == "ticker" else {
            return nil
        }
        names = rows[0].map { HeaderWords.folded(String($0)) }
        tickers = rows[1]
        let hasDate = rows.count > 2 && ["date", "datetime"].contains(rows[2].first?.lowercased())
        lineCount = hasDate ? 3 : 2
        wanted = symbol
    }

    private var known: [String] {
        tickers.dropFirst().map(String.init).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    /// Whose prices are read: the only ticker there is, or the one told.
    var symbol: String? {
        known.count == 1 ? known.first : known.first { wanted.map(MarketName.folded) == MarketName.folded($0) }
    }

    /// Fails with `unclear` where there are several tickers and none of them is told.
    func columns(file: String, line: Int) throws(CandleError) -> [ImportColumn] {
        guard let symbol else {
            throw .unclear(
                file: file, what: "holds several symbols (\(known.joined(separator: ", ")))", option: "--symbol")
        }
        let chosen = names.indices.map { index in
            index == 0 ? "date" : index < tickers.count && tickers[index] == symbol ? names[index] : "-"
        }
        return try CSVHeader(names: chosen, sample: [], symbol: symbol).columns(file: file, line: line)
    }
}
