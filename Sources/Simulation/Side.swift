/// Which way a position profits.
package enum Side: String, Sendable {
    case long
    case short

    package var sign: Double { self == .long ? 1 : -1 }
}
