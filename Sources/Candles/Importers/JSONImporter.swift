extension Importer {
    /// Arrays of arrays, as exchanges, CCXT and freqtrade write them; numbers may stand in quotes.
    static let json = Importer(
        name: "json", summary: "arrays of arrays: [[time, open, high, low, close, volume, …], …]",
        probe: { head in
            let start = head.drop { $0 == 0xEF || $0 == 0xBB || $0 == 0xBF || JSONRowReader.isSpace($0) }
            guard let first = start.first, first == UInt8(ascii: "[") || first == UInt8(ascii: "{") else {
                return .none
            }
            let second = start.dropFirst().first { !JSONRowReader.isSpace($0) }
            // A lone `[` may also begin a header such as `[time],[open]`.
            return second == UInt8(ascii: "[") ? .certain : .possible
        },
        read: { (source, options) throws(CandleError) in
            var bytes = try source.whole()
            // No text holds a zero byte, so reading always stops there.
            bytes.append(0)
            var reader = JSONRowReader(source: source, options: options)
            try reader.read(bytes.span)
            return try reader.finish(bad: options.bad)
        })
}
