import Synchronization

/// Which blocks of a candle file this process knows to be sound: each is checked when it is first touched.
final class SoundBlocks: Sendable {
    private let file: MappedFile
    private let layout: CandleFileLayout
    private let checksums: Column<UInt64>
    /// For each block a bit a column; two threads may check a block twice.
    private let sound: Mutex<[UInt8]>

    init(_ file: MappedFile, _ layout: CandleFileLayout) {
        self.file = file
        self.layout = layout
        checksums = file.column(of: UInt64.self, at: layout.tableOffset, count: layout.tableCount)
        sound = Mutex([UInt8](repeating: 0, count: layout.blockCount))
    }

    /// Fails with `damaged` where a block of these candles is not what was written.
    func check(_ candles: Range<Int>) throws(CandleError) {
        try check(layout.blocks(of: candles), columns: 0..<layout.columnCount)
    }

    /// The same for the time of one candle alone.
    func checkTime(at candle: Int) throws(CandleError) {
        try check(layout.blocks(of: candle..<candle + 1), columns: 0..<1)
    }

    private func check(_ blocks: Range<Int>, columns: Range<Int>) throws(CandleError) {
        let wanted = columns.reduce(UInt8(0)) { $0 | 1 << $1 }
        let unchecked = sound.withLock { sound in blocks.filter { sound[$0] & wanted != wanted } }
        guard !unchecked.isEmpty else { return }
        for column in columns {
            for block in unchecked where !isSound(block, column) {
                throw .damaged(
                    file: file.name, what: "has changed candles in block \(block + 1) of \(layout.blockCount)")
            }
        }
        sound.withLock { sound in
            for block in unchecked { sound[block] |= wanted }
        }
    }

    private func isSound(_ block: Int, _ column: Int) -> Bool {
        let words = layout.words(of: block, column)
        let values = file.column(
            of: UInt64.self, at: layout.columnOffset(column) + words.lowerBound * 8, count: words.count)
        return layout.checksum(values.span.rawBytes) == checksums[layout.place(of: block, column)]
    }
}
