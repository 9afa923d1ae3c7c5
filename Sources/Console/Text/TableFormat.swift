/// How a table is written: the values of `--format`.
package enum TableFormat: String, CaseIterable, Sendable {
    /// For eyes: aligned, numbers rounded by their meaning.
    case table
    /// For programs: every number in full, fractions as fractions.
    case csv
    case json
    /// For notes and issues: rounded as in `table`.
    case markdown
}
