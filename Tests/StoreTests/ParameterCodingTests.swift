import Foundation
import Search
import Testing

@testable import Store

@Suite struct ParameterCodingTests {
    @Test func namesAreInOrderAndRealsKeepTheirPoint() {
        let parameters = Parameters([
            "slow": .integer(30), "fast": .real(10), "use_stop": .boolean(true), "kind": .text("ema"),
        ])
        #expect(parameters.json == #"{"fast":10.0,"kind":"ema","slow":30,"use_stop":true}"#)
    }

    @Test(arguments: [
        0, -0.0, 0.1, 1 / 3, 1e-7, .leastNonzeroMagnitude, 1.7976931348623157e308, 1e16, 123_456_789_012_345_680,
        -2.5e-10, .infinity,
        -.infinity,
    ])
    func aRealReadsBackAsTheSameBits(value: Double) throws {
        let read = try #require(Parameters(json: Parameters(["x": .real(value)]).json))
        guard case .real(let real)? = read["x"] else {
            Issue.record("not a real: \(read)")
            return
        }
        #expect(real.bitPattern == value.bitPattern)
    }

    @Test func randomRealsReadBackAsTheSameBits() throws {
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<2000 {
            let value = Double(bitPattern: generator.next())
            if !value.isFinite { continue }
            let read = Parameters(json: Parameters(["x": .real(value)]).json)
            #expect(read?["x"] == .real(value))
        }
    }

    @Test(arguments: [
        "", "quote \" and \\ backslash", "line\nbreak\ttab\u{0}\u{1}\u{1f}", "<b>&'--", "Größe 📈 \u{2028}", "null",
        "1.5",
    ])
    func anyTextReadsBack(text: String) throws {
        let parameters = Parameters([text: .text(text), "n": .integer(.min)])
        #expect(Parameters(json: parameters.json) == parameters)
        // Another reader of JSON agrees.
        let object = try JSONSerialization.jsonObject(with: Data(parameters.json.utf8)) as? [String: Any]
        #expect(object?[text] as? String == text)
    }

    @Test func whatIsNoNumberIsNull() throws {
        let json = Parameters(["x": .real(.nan)]).json
        #expect(json == #"{"x":null}"#)
        guard case .real(let real)? = Parameters(json: json)?["x"] else {
            Issue.record("not a real")
            return
        }
        #expect(real.isNaN)
    }

    @Test func jsonOfOtherWritersIsRead() {
        #expect(
            Parameters(json: #" { "a" : 1 , "b" : "\u00e9\ud83d\ude00\n\/" } "#)
                == Parameters(["a": .integer(1), "b": .text("é😀\n/")]))
        #expect(Parameters(json: "{}") == Parameters.none)
    }

    @Test(arguments: [
        "", "{", "[]", "{\"a\":}", "{\"a\":{}}", "{\"a\":1}x", "{\"a\":nan}", "{\"a\":\"\\u12\"}", "{\"a\":1,}",
    ])
    func whatIsNoFlatObjectIsRefused(json: String) {
        #expect(Parameters(json: json) == nil)
    }
}
