/// The symbol and timeframe that the name of a file tells: `BTC_USDT-5m.csv`, `ETH-USD-1h.json.gz`, `BTCUSDT-1d-2024-01.csv`.
struct MarketInFileName: Equatable {
    let symbol: String?
    let timeframe: Timeframe?

    private init(symbol: String, timeframe: Timeframe) {
        self.symbol = symbol
        self.timeframe = timeframe
    }

    private static let extensions = ["csv", "txt", "tsv", "json", "jsonl", "gz", "zip", "feather", "parquet"]

    init(_ fileName: String) {
        var name = fileName[...]
        while let dot = name.lastIndex(of: "."),
            Self.extensions.contains(name[name.index(after: dot)...].lowercased())
        { name = name[..<dot] }
        let parts = name.split(separator: "-", omittingEmptySubsequences: false)
        // The first part is always of the symbol, also where it looks like a timeframe.
        guard let place = parts.indices.dropFirst().last(where: { Self.timeframe(parts[$0]) != nil }) else {
            symbol = name.isEmpty ? nil : String(name)
            timeframe = nil
            return
        }
        symbol = parts[..<place].joined(separator: "-")
        timeframe = Self.timeframe(parts[place])
    }

    /// Months are written `1M`, and `1Mo` or `1mo` where file names know no case.
    private static func timeframe(_ text: Substring) -> Timeframe? {
        Timeframe(text.lowercased().hasSuffix("mo") ? text.dropLast(2) + "M" : text)
    }
}

extension MarketInFileName {
    /// The same, or what the name says in the words of other makers where the steps between candles agree with it.
    ///
    /// Kraken `XBTUSD_60`, TradingView `BINANCE_BTCUSDT, 60`, MetaTrader `EURUSD_M15_2024`, HistData
    /// `DAT_ASCII_EURUSD_M1_2024`.
    func settled(by steps: Timeframe?) -> MarketInFileName {
        guard timeframe == nil, let steps, let symbol else { return self }
        let parts = symbol.split { "_, ".contains($0) }
        let periods = parts.indices.dropFirst()
        guard let place = periods.last(where: { Self.period(parts[$0]) == steps }) else { return self }
        let names = parts[..<place].drop { ["DAT", "ASCII", "MT"].contains($0) }
        return names.isEmpty
            ? self : MarketInFileName(symbol: names.joined(separator: "_"), timeframe: steps)
    }

    /// Minutes, `M15`, `H1`, `D1`, `1D` or `1h`.
    private static func period(_ text: Substring) -> Timeframe? {
        if let minutes = Int32(text) { return Timeframe(milliseconds: Int64(minutes) * 60_000) }
        if let timeframe = Timeframe(text) ?? Timeframe(text.lowercased()) { return timeframe }
        switch (text.first, text.dropFirst()) {
        case ("M", "N1"): return Timeframe(1, .month)
        case ("M", let count): return Timeframe(count + "m")
        case ("H", let count): return Timeframe(count + "h")
        case ("D", "1"): return Timeframe(1, .day)
        case ("W", "1"): return Timeframe(1, .week)
        default: return nil
        }
    }
}
