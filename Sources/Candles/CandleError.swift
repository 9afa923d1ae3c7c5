/// What can be wrong with candle files, foreign ones and our own.
///
/// `description` is one sentence: where, what is wrong, what would be right.
package enum CandleError: Error, Hashable, Sendable {
    /// There is no such file.
    case missing(file: String)
    /// The system refuses to read it.
    case unreadable(file: String, reason: String)
    /// The system refuses to write it: no space, no permission.
    case unwritable(file: String, reason: String)

    /// It is something else: a folder, a web page, a picture, nothing at all.
    case foreign(file: String, what: String, expected: String)
    /// It looks like candles and breaks its own shape before the first candle.
    case malformed(file: String, line: Int, column: Int, what: String, expected: String)
    /// Lines that are no possible candle: the first of them, and how many in all.
    case impossible(file: String, faults: [CandleFault], total: Int)
    /// Two candles of one time that differ.
    case conflictingDuplicates(file: String, line: Int, earlier: Int, time: Int64, total: Int)
    /// What the file does not say and cannot be concluded.
    case unclear(file: String, what: String, option: String)
    /// The file and its name, or an option, say different things.
    case contradiction(file: String, what: String, expected: String)
    /// A gap where the reader was told to refuse gaps.
    case gaps(file: String, total: Int, first: Int64, missing: Int)

    /// A candle file of ours that is cut, changed or of no kind we know.
    case damaged(file: String, what: String)
    /// A candle file of a later version of this program.
    case newer(file: String, version: Int)
    /// Nothing is stored under this name.
    case unknownMarket(wanted: String, stored: [String])
    /// No name was given, and several markets are stored.
    case severalMarkets(stored: [String])
    /// A file that says something else about candles already stored.
    case disagreement(file: String, market: String, what: String)
    /// A symbol that cannot be one.
    case badSymbol(String, reason: String)
    /// A timeframe that the candles cannot be joined to.
    case notLonger(from: Timeframe, to: Timeframe)
    /// A start of longer candles that the candles cannot be joined to.
    case badOffset(from: Timeframe, to: Timeframe)
    /// A name of a format that no importer has.
    case unknownFormat(String, known: [String])

    /// How a program should end that meets this error and cannot go on.
    package enum Kind: Sendable {
        case usage, badInput, missing, inputOutput
    }

    package var kind: Kind {
        switch self {
        case .missing, .unknownMarket: .missing
        case .unreadable, .unwritable: .inputOutput
        case .severalMarkets, .badSymbol, .notLonger, .badOffset, .unknownFormat: .usage
        default: .badInput
        }
    }
}

/// One line that is no possible candle.
package struct CandleFault: Hashable, Sendable, Codable {
    /// From 1, as an editor counts.
    package let line: Int
    /// The field at fault in bytes from the start of the line, from 1.
    package let column: Int
    package let what: String

    package init(line: Int, column: Int, what: String) {
        self.line = line
        self.column = column
        self.what = what
    }
}

extension CandleError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .missing(let file): "\(file): no such file"
        case .unreadable(let file, let reason): "\(file): cannot be read: \(reason)"
        case .unwritable(let file, let reason): "\(file): cannot be written: \(reason)"
        case .foreign(let file, let what, let expected): "\(file): \(what), expected \(expected)"
        case .malformed(let file, let line, let column, let what, let expected):
            "\(file):\(line):\(column): \(what), expected \(expected)"
        case .impossible(let file, let faults, let total): Self.describe(faults, total, in: file)
        case .conflictingDuplicates(let file, let line, let earlier, let time, let total):
            "\(file):\(line): another candle of \(TimeText.text(time)) differs from line \(earlier)"
                + (total > 1 ? " (\(total) such pairs)" : "") + ", choose with --duplicates first or last"
        case .unclear(let file, let what, let option): "\(file): \(what), say it with \(option)"
        case .contradiction(let file, let what, let expected): "\(file): \(what), expected \(expected)"
        case .gaps(let file, let total, let first, let missing):
            "\(file): \(CountText.text(total, "gap")) with \(CountText.text(missing, "missing candle")), "
                + "the first after \(TimeText.text(first)), expected none because of --gaps reject"
        case .damaged(let file, let what):
            "\(file): \(what), remove it\(DamagedMarket.command(toRemove: file)) and import the candles again"
        case .newer(let file, let version):
            "\(file): has version \(version) of the candle file, expected version \(CandleFileLayout.newest) or earlier"
        case .unknownMarket(let wanted, let stored):
            stored.isEmpty
                ? "no candles of \(wanted): none are stored, import some with candela import FILE"
                : "no candles of \(wanted), stored are \(stored.joined(separator: ", "))"
        case .severalMarkets(let stored):
            "several markets are stored, choose one with --symbol and --timeframe: \(stored.joined(separator: ", "))"
        case .disagreement(let file, let market, let what):
            "\(file): disagrees with the stored candles of \(market): \(what)"
        case .badSymbol(let symbol, let reason): "symbol \"\(symbol)\" \(reason)"
        case .notLonger(let from, let to):
            "candles of \(from) cannot be joined to \(to), expected a timeframe that is a multiple of \(from)"
        case .badOffset(let from, let to):
            "candles of \(from) cannot be joined to \(to) with that offset, expected a multiple of \(from) below \(to)"
        case .unknownFormat(let name, let known):
            "no format \"\(name)\", expected auto or one of \(known.joined(separator: ", "))"
        }
    }

    private static func describe(_ faults: [CandleFault], _ total: Int, in file: String) -> String {
        guard let first = faults.first else { return "\(file): \(CountText.text(total, "faulty line"))" }
        let start = "\(file):\(first.line):\(first.column): \(first.what)"
        let others = faults.dropFirst().map { "; line \($0.line): \($0.what)" }.joined()
        return total == 1
            ? start
            : start + others + (total > faults.count ? "; and \(total - faults.count) more" : "")
                + "; \(total) faulty lines in all, nothing was imported"
    }
}
