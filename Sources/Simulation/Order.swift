/// An instruction made at a candle's close, filled in full when the fill rule says.
package enum Order: Hashable, Sendable {
    /// Hold `side`. What is held on the other one is left first, at the same price; the same entry again is ignored.
    case enter(Side, Sizing, Protection)
    /// Leave what is held; nothing where nothing is.
    case exit(Fill.Reason)
}
