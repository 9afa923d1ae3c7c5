/// What an import read, left out and concluded; kept with the candles.
package struct ImportReport: Codable, Sendable, Equatable {
    /// The name of the file, without its folder.
    package var file: String
    /// Of the file as it is on disk: 64 hexadecimal digits.
    package var sha256: String
    /// The importer's name.
    package var format: String

    /// Lines or records that were meant as candles.
    package var rowsRead = 0
    /// Candles that came out: `rowsRead` less what was dropped.
    package var candles = 0
    /// Repeated candles, equal in every number, that were dropped.
    package var equalDuplicates = 0
    /// Candles of a time that had another, dropped because an option said which to keep.
    package var differentDuplicates = 0
    /// Rows that were older than the row before them; the candles are sorted.
    package var outOfOrder = 0

    package var gaps = 0
    package var missingCandles = 0
    /// Candles that do not start on a whole multiple of the timeframe.
    package var offGrid = 0
    /// Candles whose open or close lies outside of low and high.
    package var outsideRange = 0

    /// What else was found and done; nil for candles that no file was read for.
    package var findings: ImportFindings?

    /// Decimal places of the tick that all prices are whole multiples of; nil where there is none.
    package var tickDecimals: Int?
    /// Prices that are a whole number of ticks but for their last one or two units in the last place.
    package var pricesBesideTick = 0

    /// What was concluded: the layout, the market and times, what is odd. Three lines.
    package var conclusions: [String] = []
}
