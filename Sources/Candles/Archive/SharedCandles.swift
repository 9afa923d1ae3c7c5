/// Candles in a file that is open in this process: the file, and which of its candles is their first.
struct FilePart: Sendable {
    let file: MappedFile
    let first: Int
}

/// Where another process finds candles of this one, so that both have one copy of them in memory.
///
/// It holds as long as this process has the candles, whatever becomes of the name of their file.
package struct SharedCandles: Hashable, Sendable {
    /// Where the system shows the open file.
    package let path: String
    /// What the file is called in errors.
    package let name: String
    /// The number of the first candle in the file, from 0.
    package let first: Int

    package init(path: String, name: String, first: Int) {
        self.path = path
        self.name = name
        self.first = first
    }

    /// The candles, mapped and checked; fails as opening the file does, and with `damaged` where it has fewer.
    package func candles(count: Int, warmup: Int) throws(CandleError) -> CandleSeries {
        let file = try CandleFile(path: path, name: name)
        guard first >= 0, (0...file.count).contains(count), first <= file.count - count, (0...count).contains(warmup)
        else { throw .damaged(file: name, what: "has other candles than were meant") }
        return try file.candles(first..<first + count, warmup: warmup)
    }
}

extension CandleSeries {
    /// nil where they lie in memory of this process alone, or the system shows no open files.
    package var shared: SharedCandles? {
        guard let part, let path = part.file.sharedPath else { return nil }
        return SharedCandles(path: path, name: part.file.name, first: part.first)
    }
}
