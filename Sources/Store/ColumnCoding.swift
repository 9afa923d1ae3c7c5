import Candles
import Foundation

extension Series {
    /// The numbers as bytes: 8 each, IEEE 754, the lowest byte first, on any machine.
    var encoded: Data {
        var data = Data(capacity: count * 8)
        let span = span
        for index in span.indices {
            var pattern = span[index].bitPattern
            for _ in 0..<8 {
                data.append(UInt8(truncatingIfNeeded: pattern))
                pattern >>= 8
            }
        }
        return data
    }

    /// Reads what `encoded` gave; nil where the length is not a whole number of values.
    init?(encoded data: Data) {
        guard data.count.isMultiple(of: 8) else { return nil }
        let bytes = [UInt8](data)
        self.init(count: bytes.count / 8) { span in
            for index in span.indices {
                let pattern = bytes[(index * 8)..<(index * 8 + 8)].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
                span[index] = Double(bitPattern: pattern)
            }
        }
    }
}
