/// Highest, lowest and worst ratio of a later to an earlier price over any range, in a few joins.
///
/// Prices are cut into blocks. A range is the end of one block, whole blocks, and the beginning of another: ends and
/// beginnings are stored for each candle, whole blocks in a disjoint sparse table (joining is associative, but two
/// overlapping ranges must not be joined, as a fall would be seen from a later peak). Memory grows with n, not n log n.
struct RangeTable: Sendable {
    struct Extent: Sendable {
        var highest: Double
        var lowest: Double
        /// The smallest ratio of a price to the highest one before it or itself: 1 less the largest drawdown.
        var worstRatio: Double

        init(_ price: Double) {
            (highest, lowest, worstRatio) = (price, price, 1)
        }

        /// This range and the one right after it.
        @inline(__always)
        func followed(by next: Extent) -> Extent {
            var joined = self
            joined.worstRatio = min(worstRatio, next.worstRatio, next.lowest / highest)
            joined.highest = max(highest, next.highest)
            joined.lowest = min(lowest, next.lowest)
            return joined
        }
    }

    private static let shift = 5
    private static let blockLength = 1 << shift

    /// From the start of its block to each price, and from each price to the end of its block.
    private let beginnings: [Extent]
    private let endings: [Extent]
    private let blockCount: Int
    /// Level `k` holds, for blocks x < y whose numbers first differ in bit `k`, the blocks from x to the middle between
    /// them and from the middle to y; level 0 the blocks themselves.
    private let levels: [Extent]

    init(_ prices: Span<Double>) {
        var (beginnings, endings): ([Extent], [Extent]) = ([], [])
        beginnings.reserveCapacity(prices.count)
        for index in prices.indices {
            let price = Extent(prices[index])
            let startsBlock = index % Self.blockLength == 0
            beginnings.append(startsBlock ? price : beginnings[index - 1].followed(by: price))
        }
        endings = beginnings
        for index in prices.indices.reversed() {
            let price = Extent(prices[index])
            let endsBlock = index % Self.blockLength == Self.blockLength - 1 || index == prices.count - 1
            endings[index] = endsBlock ? price : price.followed(by: endings[index + 1])
        }
        let blocks = stride(from: 0, to: prices.count, by: Self.blockLength).map { endings[$0] }
        self.beginnings = beginnings
        self.endings = endings
        blockCount = blocks.count
        levels = Self.levels(of: blocks)
    }

    func extent(_ first: Int, _ last: Int, _ prices: Span<Double>) -> Extent {
        let (firstBlock, lastBlock) = (first >> Self.shift, last >> Self.shift)
        if firstBlock == lastBlock {
            var extent = Extent(prices[first])
            for index in first + 1..<last + 1 { extent = extent.followed(by: Extent(prices[index])) }
            return extent
        }
        let (ending, beginning) = (endings[first], beginnings[last])
        guard lastBlock - firstBlock > 1 else { return ending.followed(by: beginning) }
        return ending.followed(by: blocks(firstBlock + 1, lastBlock - 1)).followed(by: beginning)
    }

    private func blocks(_ first: Int, _ last: Int) -> Extent {
        if first == last { return levels[first] }
        let level = (Int.bitWidth - 1 - (first ^ last).leadingZeroBitCount) * blockCount
        return levels[level + first].followed(by: levels[level + last])
    }

    private static func levels(of blocks: [Extent]) -> [Extent] {
        var levels = blocks
        var half = 2
        while half < blocks.count {
            var level = blocks
            for middle in stride(from: half, to: blocks.count, by: 2 * half) {
                for index in middle + 1..<max(min(middle + half, blocks.count), middle + 1) {
                    level[index] = level[index - 1].followed(by: blocks[index])
                }
                for index in (middle - half..<middle - 1).reversed() {
                    level[index] = blocks[index].followed(by: level[index + 1])
                }
            }
            levels += level
            half *= 2
        }
        return levels
    }
}
