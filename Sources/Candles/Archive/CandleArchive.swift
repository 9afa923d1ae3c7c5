import Foundation

/// The folder of candle files in the home of a workbench, one a symbol and timeframe.
///
/// Reading needs no right to write. Symbols are found whatever the case, and with `/`, `-` or `_` between their parts.
package struct CandleArchive: Sendable {
    package let folder: URL
    private let path: String

    /// The archive in `home`, made by the first import.
    package init(home: URL) {
        folder = home.appending(path: "candles", directoryHint: .isDirectory)
        path = folder.path
    }

    /// Everything stored, by symbol and length of the candle; damaged files apart.
    package func listing() throws(CandleError) -> ArchiveListing {
        var listing = ArchiveListing()
        for name in try fileNames() {
            do {
                listing.markets.append(StoredMarket(try open("\(path)/\(name)", named: name)))
            } catch .missing {
                // Somebody removed it just now.
            } catch {
                listing.damaged.append(DamagedMarket(file: name, error: error))
            }
        }
        listing.sort()
        return listing
    }

    /// What is stored and can be opened, by symbol and length of the candle.
    package func markets() throws(CandleError) -> [StoredMarket] { try listing().markets }

    /// The candles of a market; what is left out must follow from what is stored.
    ///
    /// Fails with `unknownMarket` or `severalMarkets`, which list what there is, and `damaged`.
    package func open(symbol: String? = nil, timeframe: Timeframe? = nil) throws(CandleError) -> CandleFile {
        if let symbol, let timeframe {
            let name = try MarketName(symbol: symbol, timeframe: timeframe).fileName
            do {
                return try open("\(path)/\(name)", named: name)
            } catch .missing {
                throw .unknownMarket(wanted: "\(symbol) \(timeframe)", stored: try listing().names)
            }
        }
        let listing = try listing()
        let fitting = listing.fitting(symbol: symbol, timeframe: timeframe)
        guard fitting.names.count < 2 else { throw .severalMarkets(stored: fitting.names) }
        if let damaged = fitting.damaged.first { throw damaged.error }
        guard let market = fitting.markets.first else {
            let wanted = symbol ?? timeframe.map { "any symbol in \($0)" } ?? "any market"
            throw .unknownMarket(wanted: wanted, stored: listing.names)
        }
        return try open(symbol: market.symbol, timeframe: market.timeframe)
    }

    /// Forgets a market, damaged or not, and frees its space; those who have it open go on reading it.
    package func remove(symbol: String, timeframe: Timeframe) throws(CandleError) {
        let file = "\(path)/\(try MarketName(symbol: symbol, timeframe: timeframe).fileName)"
        OpenCandleFiles.shared.forget(file)
        guard unsafe unlink(file) == 0 else {
            if errno == ENOENT { throw .unknownMarket(wanted: "\(symbol) \(timeframe)", stored: try listing().names) }
            throw CandleError.writing(URL(filePath: file))
        }
    }

    func file(of market: MarketName) -> URL { folder.appending(path: market.fileName) }

    /// Opens a file, or has it open; the candles in it must be those that its name says.
    func open(_ file: String, named name: String) throws(CandleError) -> CandleFile {
        let found = try OpenCandleFiles.shared.file(at: file)
        let market = try MarketName(symbol: found.symbol, timeframe: found.timeframe)
        guard market.fileName == name else { throw .damaged(file: file, what: "holds the candles of \(market)") }
        return found
    }

    private func fileNames() throws(CandleError) -> [String] {
        guard FileManager.default.fileExists(atPath: path) else { return [] }
        do {
            return try FileManager.default.contentsOfDirectory(atPath: path)
                .filter { $0.hasSuffix(".\(MarketName.fileExtension)") && !$0.hasPrefix(".") }
        } catch {
            throw .unreadable(file: path, reason: "the folder cannot be listed")
        }
    }
}
