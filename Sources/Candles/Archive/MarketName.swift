import Foundation

/// A symbol and a timeframe as the name of a file; the spellings `BTC/USDT`, `btc-usdt` and `BTC_USDT` give one.
struct MarketName: Hashable, Comparable, CustomStringConvertible {
    static let fileExtension = "candles"

    let symbol: String
    let timeframe: Timeframe

    var description: String { "\(symbol) \(timeframe)" }

    /// Fails where the symbol is empty, too long, or holds what no name should.
    init(symbol: String, timeframe: Timeframe) throws(CandleError) {
        guard !symbol.isEmpty else { throw .badSymbol(symbol, reason: "is empty, expected a name such as BTC_USDT") }
        guard symbol.utf8.count <= CandleFileHeader.longestSymbol else {
            throw .badSymbol(
                String(symbol.prefix(12)) + "…",
                reason: "is too long, expected at most \(CandleFileHeader.longestSymbol) bytes")
        }
        guard symbol.unicodeScalars.allSatisfy({ $0.value >= 32 && $0.value != 127 }) else {
            throw .badSymbol("…", reason: "holds a control character, expected a name such as BTC_USDT")
        }
        self.symbol = symbol
        self.timeframe = timeframe
    }

    /// The market whose file has this name, its symbol in small letters; nil for the name of no such file.
    init?(fileName: String) {
        let ending = ".\(Self.fileExtension)"
        guard fileName.hasSuffix(ending), let dash = fileName.lastIndex(of: "-"),
            let timeframe = Timeframe(fileName[fileName.index(after: dash)...].dropLast(ending.count)),
            let symbol = fileName[..<dash].removingPercentEncoding,
            let market = try? MarketName(symbol: symbol, timeframe: timeframe), market.fileName == fileName
        else { return nil }
        self = market
    }

    /// The name in one spelling: lower case, with `_` for `/` and `-`.
    static func folded(_ symbol: String) -> String {
        String(symbol.lowercased().map { $0 == "/" || $0 == "-" ? "_" : $0 })
    }

    /// Only small letters, digits, `_`, `.` inside, and the rest as `%` with two digits: no folder is ever left.
    var fileName: String {
        var name = ""
        for (index, byte) in Self.folded(symbol).utf8.enumerated() {
            switch byte {
            case _ where Self.isPlain(byte): name.unicodeScalars.append(UnicodeScalar(byte))
            case UInt8(ascii: ".") where index > 0: name.append(".")
            default: name += "%" + SHA256.text([byte])
            }
        }
        return "\(name)-\(timeframe).\(Self.fileExtension)"
    }

    static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"): true
        default: false
        }
    }

    static func < (left: MarketName, right: MarketName) -> Bool {
        left.symbol != right.symbol
            ? left.symbol < right.symbol : left.timeframe.milliseconds < right.timeframe.milliseconds
    }
}
