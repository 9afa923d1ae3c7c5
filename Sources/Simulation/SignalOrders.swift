import Candles

/// Signals as a source of orders.
///
/// What matters at a close depends on what is held, so the masks are joined once, for each state of the account, and
/// the next decision is the next bit of one of them.
struct SignalOrders: OrderSource {
    private let masks: JoinedMasks
    private let signals: Signals
    /// The sizing and protection of each entry, where no column is read for them.
    private let constants: (sizing: Sizing, protection: Protection)?
    private(set) var conflictingEntries = 0

    init(_ signals: Signals) {
        self.signals = signals
        masks = JoinedMasks(signals)
        constants = signals.isConstant ? (signals.sizing(at: 0), signals.protection(at: 0)) : nil
    }

    @inline(__always)
    mutating func order(at index: Int, holding account: AccountState) -> Order? {
        let side = account.position?.side
        guard masks.isSet(masks.decisions(while: side), index) else { return nil }
        let goesLong = side != .long && masks.isSet(masks.longEntry, index)
        let goesShort = side != .short && masks.isSet(masks.shortEntry, index)
        if goesLong && goesShort {
            conflictingEntries += 1
            return nil
        }
        if goesLong { return entry(.long, at: index) }
        if goesShort { return entry(.short, at: index) }
        return .exit(.exit)
    }

    /// The first candle at or after `index` at whose close there may be an order while `side` is held; `Int.max` for
    /// none. Candles before it need not be asked.
    @inline(__always)
    func nextDecision(from index: Int, holding side: Side?) -> Int {
        masks.firstSet(masks.decisions(while: side), from: index)
    }

    @inline(__always)
    private func entry(_ side: Side, at index: Int) -> Order {
        if let constants { return .enter(side, constants.sizing, constants.protection) }
        return .enter(side, signals.sizing(at: index), signals.protection(at: index))
    }
}

extension Signals {
    /// How an entry at the close of candle `index` is sized.
    package func sizing(at index: Int) -> Sizing { .fractionOfEquity(size[index]) }

    /// How an entry at the close of candle `index` is protected.
    package func protection(at index: Int) -> Protection {
        Protection(
            stopLoss: stopLoss?[index] ?? .nan, takeProfit: takeProfit?[index] ?? .nan,
            trailingStop: trailingStop?[index] ?? .nan, timeLimit: timeLimit?[index] ?? .nan)
    }

    fileprivate var isConstant: Bool {
        size.isConstant && stopLoss?.isConstant ?? true && takeProfit?.isConstant ?? true
            && trailingStop?.isConstant ?? true && timeLimit?.isConstant ?? true
    }
}

extension Signals.Level {
    fileprivate var isConstant: Bool {
        if case .constant = self { true } else { false }
    }
}

/// The masks of signals and the unions of them that decide in each state, one after another in one piece of memory.
private struct JoinedMasks {
    private var words: [UInt64] = []
    private let wordCount: Int
    private var whileFlat = Part.none
    private var whileLong = Part.none
    private var whileShort = Part.none
    private(set) var longEntry = Part.none
    private(set) var shortEntry = Part.none

    /// Where a mask begins; `none` for one that says no everywhere.
    struct Part {
        var start: Int
        static let none = Part(start: -1)
    }

    init(_ signals: Signals) {
        wordCount = (signals.long ?? signals.short)?.entry.words.count ?? 0
        words = [UInt64](repeating: 0, count: 5 * wordCount)
        longEntry = put(signals.long?.entry, at: 0)
        shortEntry = put(signals.short?.entry, at: 1)
        whileLong = put(signals.long?.exit, or: signals.short?.entry, at: 2)
        whileShort = put(signals.short?.exit, or: signals.long?.entry, at: 3)
        whileFlat = put(signals.long?.entry, or: signals.short?.entry, at: 4)
    }

    @inline(__always)
    func decisions(while side: Side?) -> Part {
        switch side {
        case nil: whileFlat
        case .long: whileLong
        case .short: whileShort
        }
    }

    @inline(__always)
    func isSet(_ part: Part, _ index: Int) -> Bool {
        part.start >= 0 && words[part.start + index >> 6] >> UInt64(index & 63) & 1 == 1
    }

    /// The first bit at or after `index`; `Int.max` if there is none.
    func firstSet(_ part: Part, from index: Int) -> Int {
        guard part.start >= 0, index >> 6 < wordCount else { return .max }
        let end = part.start + wordCount
        var position = part.start + index >> 6
        var word = words[position] & (.max << UInt64(index & 63))
        while word == 0 {
            position += 1
            guard position < end else { return .max }
            word = words[position]
        }
        return (position - part.start) << 6 + word.trailingZeroBitCount
    }

    private mutating func put(_ first: Mask?, or second: Mask? = nil, at place: Int) -> Part {
        guard let mask = first ?? second else { return .none }
        let part = Part(start: place * wordCount)
        let left = mask.words.span
        var words = words.mutableSpan
        if first != nil, let second {
            let right = second.words.span
            for index in left.indices { words[part.start + index] = left[index] | right[index] }
        } else {
            for index in left.indices { words[part.start + index] = left[index] }
        }
        return part
    }
}
