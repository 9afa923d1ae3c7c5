import Candles
import Foundation
import Testing

@testable import Store

@Suite struct ColumnCodingTests {
    @Test func anyBitsReadBack() throws {
        let values = [0, -0.0, 1, -1.5, .infinity, -.infinity, .nan, .leastNonzeroMagnitude, .greatestFiniteMagnitude]
        let read = try #require(Series(encoded: Series(values).encoded))
        #expect(read.array().map(\.bitPattern) == values.map(\.bitPattern))
        #expect(Series(encoded: Data())?.count == 0)
    }

    /// IEEE 754: 1 is 0x3ff0000000000000.
    @Test func theLowestByteComesFirst() {
        #expect(Series([1]).encoded == Data([0, 0, 0, 0, 0, 0, 0xf0, 0x3f]))
    }

    @Test func partOfANumberIsRefused() {
        #expect(Series(encoded: Data(count: 7))?.count == nil)
    }
}
