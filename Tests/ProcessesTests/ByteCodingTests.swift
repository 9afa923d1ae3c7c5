import Processes
import Testing

@Suite struct ByteCodingTests {
    private var sample: [UInt8] {
        var writer = ByteWriter()
        writer.put(-7)
        writer.put(UInt64.max)
        writer.put(-0.0)
        writer.put(true)
        writer.put("Größe 𝄞")
        writer.put([1.5, .infinity].span)
        writer.put(["a", ""]) { $0.put($1) }
        writer.put(nil as Int?) { $0.put($1) }
        return writer.bytes
    }

    private func read(_ bytes: [UInt8]) throws(ProcessError) -> Bool {
        var reader = ByteReader(bytes)
        let (integer, word, double) = (try reader.integer(), try reader.word(), try reader.double())
        let (truth, text, numbers) = (try reader.boolean(), try reader.text(), try reader.numbers())
        let texts = try reader.list { reader throws(ProcessError) in try reader.text() }
        let nothing = try reader.optional { reader throws(ProcessError) in try reader.integer() }
        return integer == -7 && word == .max && double.bitPattern == (-0.0).bitPattern && truth && text == "Größe 𝄞"
            && numbers == [1.5, .infinity] && texts == ["a", ""] && nothing == nil && reader.isAtEnd
    }

    @Test func valuesComeOutAsTheyWentIn() throws {
        #expect(try read(sample))
    }

    @Test func everyPrefixIsMalformed() {
        for count in 0..<sample.count {
            #expect(throws: ProcessError.self) { try read(Array(sample.prefix(count))) }
        }
    }

    @Test func damagedBytesNeverCrash() {
        for place in sample.indices {
            for flip: UInt8 in [0x01, 0x80, 0xff] {
                var bytes = sample
                bytes[place] ^= flip
                _ = try? read(bytes)
            }
        }
    }
}
