import Foundation

/// What is stored of one market, read from the header of its file.
package struct StoredMarket: Sendable, CustomStringConvertible {
    package let symbol: String
    package let timeframe: Timeframe
    package let count: Int
    /// The start of the first and of the last candle, in milliseconds since 1970.
    package let times: ClosedRange<Int64>
    package let tick: Tick?
    package let contentHash: String

    package var description: String { "\(symbol) \(timeframe)" }

    init(_ file: CandleFile) {
        symbol = file.symbol
        timeframe = file.timeframe
        count = file.count
        times = file.times
        tick = file.tick
        contentHash = file.contentHash
    }
}

/// The folder of candle files in the home of a workbench, one a symbol and timeframe.
///
/// Reading needs no right to write. Symbols are found whatever the case, and with `/`, `-` or `_` between their parts.
package struct CandleArchive: Sendable {
    package let folder: URL

    /// The archive in `home`, made by the first import.
    package init(home: URL) {
        folder = home.appending(path: "candles", directoryHint: .isDirectory)
    }

    /// Everything stored, by symbol and length of the candle; a damaged file is an error that names it.
    package func markets() throws(CandleError) -> [StoredMarket] {
        var markets: [StoredMarket] = []
        for url in try files() { markets.append(StoredMarket(try CandleFile(url))) }
        return markets.sorted { ($0.symbol, $0.timeframe.milliseconds) < ($1.symbol, $1.timeframe.milliseconds) }
    }

    /// The candles of a market; what is left out must follow from what is stored.
    ///
    /// Fails with `unknownMarket` or `severalMarkets`, which list what there is, and `damaged`.
    package func open(symbol: String? = nil, timeframe: Timeframe? = nil) throws(CandleError) -> CandleFile {
        if let symbol, let timeframe {
            let url = file(of: try MarketName(symbol: symbol, timeframe: timeframe))
            do {
                return try CandleFile(url)
            } catch .missing {
                throw .unknownMarket(wanted: "\(symbol) \(timeframe)", stored: try names())
            }
        }
        let fitting = try markets().filter { market in
            (symbol.map { MarketName.folded($0) == MarketName.folded(market.symbol) } ?? true)
                && (timeframe.map { $0 == market.timeframe } ?? true)
        }
        guard let market = fitting.first else {
            let wanted = symbol ?? timeframe.map { "any symbol in \($0)" } ?? "any market"
            throw .unknownMarket(wanted: wanted, stored: try names())
        }
        guard fitting.count == 1 else { throw .severalMarkets(stored: fitting.map(\.description)) }
        return try open(symbol: market.symbol, timeframe: market.timeframe)
    }

    /// Forgets a market and frees its space; those who have it open go on reading it.
    package func remove(symbol: String, timeframe: Timeframe) throws(CandleError) {
        let url = file(of: try MarketName(symbol: symbol, timeframe: timeframe))
        guard unsafe unlink(url.path) == 0 else {
            if errno == ENOENT { throw .unknownMarket(wanted: "\(symbol) \(timeframe)", stored: try names()) }
            throw CandleError.writing(url)
        }
    }

    func file(of market: MarketName) -> URL { folder.appending(path: market.fileName) }

    private func names() throws(CandleError) -> [String] { try markets().map(\.description) }

    private func files() throws(CandleError) -> [URL] {
        guard FileManager.default.fileExists(atPath: folder.path) else { return [] }
        do {
            return try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
                .filter { $0.pathExtension == MarketName.fileExtension && !$0.lastPathComponent.hasPrefix(".") }
        } catch {
            throw .unreadable(file: folder.path, reason: "the folder cannot be listed")
        }
    }
}
