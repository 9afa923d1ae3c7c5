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

/// A market whose file cannot be opened: what its name says, and why.
package struct DamagedMarket: Sendable, CustomStringConvertible {
    /// As the name of the file spells it, in small letters; the whole name where it is that of no market.
    package let symbol: String
    package let timeframe: Timeframe?
    package let error: CandleError

    package var description: String { timeframe.map { "\(symbol) \($0)" } ?? symbol }

    /// What is wrong with it, without the name of the file.
    package var damage: String {
        switch error {
        case .damaged(_, let what), .foreign(_, let what, _): what
        case .unreadable(_, let reason): "cannot be read: \(reason)"
        case .newer(_, let version): "has version \(version) of the candle file"
        default: "\(error)"
        }
    }

    init(file name: String, error: CandleError) {
        let market = MarketName(fileName: name)
        symbol = market?.symbol ?? name
        timeframe = market?.timeframe
        self.error = error
    }

    /// ` with candela candles remove SYMBOL TIMEFRAME`, where the name of a file says whose it was.
    static func command(toRemove file: String) -> String {
        guard let name = file.split(separator: "/").last, let market = MarketName(fileName: String(name)) else {
            return ""
        }
        let isPlain = market.symbol.utf8.allSatisfy { MarketName.isPlain($0) || $0 == UInt8(ascii: "/") }
        let symbol = isPlain ? market.symbol : "'\(market.symbol.replacing("'", with: #"'\''"#))'"
        return " with candela candles remove \(symbol) \(market.timeframe)"
    }
}

/// Everything in an archive: a damaged file stops nobody who wants another.
package struct ArchiveListing: Sendable {
    package internal(set) var markets: [StoredMarket] = []
    package internal(set) var damaged: [DamagedMarket] = []

    package var names: [String] { markets.map(\.description) + damaged.map(\.description) }

    /// The part with this symbol and timeframe; nil fits all.
    func fitting(symbol: String?, timeframe: Timeframe?) -> ArchiveListing {
        func fits(_ other: String, _ length: Timeframe?) -> Bool {
            (symbol.map { MarketName.folded($0) == MarketName.folded(other) } ?? true)
                && (timeframe.map { $0 == length } ?? true)
        }
        var fitting = ArchiveListing()
        fitting.markets = markets.filter { fits($0.symbol, $0.timeframe) }
        fitting.damaged = damaged.filter { fits($0.symbol, $0.timeframe) }
        return fitting
    }

    mutating func sort() {
        markets.sort { ($0.symbol, $0.timeframe.milliseconds) < ($1.symbol, $1.timeframe.milliseconds) }
        damaged.sort { ($0.symbol, $0.timeframe?.milliseconds ?? 0) < ($1.symbol, $1.timeframe?.milliseconds ?? 0) }
    }
}
