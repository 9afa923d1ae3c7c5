/// Something in a script's text that Lua takes and that cannot mean what it says.
package struct ColumnFinding: Hashable, Sendable, CustomStringConvertible {
    package let place: ScriptPlace
    /// What is wrong, and what would be right.
    package let message: String

    package var description: String { "\(place): \(message)" }
}

extension StrategyScript {
    /// Where the script or one of its modules does with columns what only works with single values.
    ///
    /// Lua has no way to give `and`, `or`, `not`, `if` and (with a number) `==` a meaning for a column, so a run does not
    /// notice them: a mask is simply true. They are found in the text, by following which values are columns. What cannot
    /// be followed is passed over, so a finding is sure and a script without one need not be right.
    package var columnFindings: [ColumnFinding] {
        let check = ColumnCheck(self)
        check.run()
        return check.findings
    }
}
