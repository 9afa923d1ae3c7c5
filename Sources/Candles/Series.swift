import Synchronization

/// One column of numbers, a value for each candle; immutable, shared, NaN where there is no value yet.
package struct Series: Sendable {
    package let values: Column<Double>

    /// What this column is: equal identities mean equal numbers. The column cache goes by it.
    package let identity: SeriesIdentity

    /// The step in which the numbers move, when each of them is a whole number of steps (prices mostly are).
    package let tick: Tick?

    let scan = SeriesScan()

    package var count: Int { values.count }

    package var span: Span<Double> {
        @_lifetime(borrow self)
        get { values.span }
    }

    package subscript(index: Int) -> Double { values[index] }

    package init(_ values: Column<Double>, tick: Tick? = nil) {
        self.values = values
        self.tick = tick
        identity = SeriesIdentity()
    }

    package init(_ values: [Double], tick: Tick? = nil) {
        self.init(Column(values, filler: .nan), tick: tick)
    }

    /// A series of `count` values that `fill` writes; what it leaves out is NaN, or `initial`.
    package init(
        count: Int, initial: Double = .nan, fill: (inout MutableSpan<Double>) throws -> Void
    ) rethrows {
        self.init(try Column(count: count, initial: initial, fill: fill))
    }

    /// A series whose numbers `fill` writes, each of them: what it leaves out is undefined.
    package init(unfilled count: Int, fill: (inout MutableSpan<Double>) throws -> Void) rethrows {
        self.init(try Column(unfilled: count, fill: fill))
    }

    /// A part of the series, sharing its memory, with an identity of its own.
    package func slice(_ range: Range<Int>) -> Series {
        Series(values.slice(range), tick: tick)
    }

    package func array() -> [Double] { values.array() }
}

/// A number given to each series when it is made and never again.
package struct SeriesIdentity: Hashable, Sendable {
    package let number: UInt64

    private static let last = Atomic<UInt64>(0)

    package init() {
        number = Self.last.wrappingAdd(1, ordering: .relaxed).newValue
    }
}
