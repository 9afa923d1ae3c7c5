/// The symbol and timeframe that the name of a file tells: `BTC_USDT-5m.csv`, `ETH-USD-1h.json.gz`, `BTCUSDT-1d-2024-01.csv`.
struct MarketInFileName: Equatable {
    let symbol: String?
    let timeframe: Timeframe?

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
