import Foundation
import Strategies
import TestSupport
import Testing

/// Columns where only a single value has a meaning are found in the text, and nothing else is.
struct ColumnCheckTests {
    private let cases = ScriptCases("columns_as_values.txt")

    @Test func whatIsFoundIsAsWritten() throws {
        #expect(cases.cases.count > 30)
        try cases.check { Examples.script($0).columnFindings.map(\.description) }
    }

    @Test func nothingIsFoundInTheShippedScripts() {
        let scripts = Examples.shelf.scripts()
        #expect(scripts.count >= 4)
        for script in scripts { #expect(script.columnFindings.isEmpty, "\(script.columnFindings)") }
    }

    @Test func modulesAreFollowedWithTheirOwnLines() {
        let module = StrategyScript.Module(
            name: "rules", path: "rules.lua",
            text: """
                local rules = {}
                function rules.both(a, b)
                  return a and b
                end
                return rules
                """)
        let script = Examples.script(
            """
            local rules = require "rules"
            return { signals = function(candles, p)
              local up, down = candles.close:above(1), candles.close:below(9)
              return { long = { entry = rules.both(up, down) } }
            end }
            """, modules: [module])
        #expect(script.columnFindings.map(\.place.path) == ["rules.lua"])
        #expect(script.columnFindings.map(\.place.line) == [3])
    }

    @Test func anyTextIsReadWithoutAnEndOrACrash() throws {
        var random = SplitMix(state: 5)
        let words = [
            "and", "or", "not", "==", "~=", "if", "then", "end", "function", "(", ")", "{", "}", "local", "x", "=", ",",
            "return", "while", "do", "repeat", "until", "for", "in", "1", "\"s\"", "[[", "]]", ".", ":", "...", "--",
            "\n",
            "ta.sma", "candles", "&", "~", "#", "::", "goto",
        ]
        for _ in 0..<200 {
            let text = (0..<Int.random(in: 1..<60, using: &random)).map { _ in words.randomElement(using: &random)! }
            _ = Examples.script(text.joined(separator: " ")).columnFindings
        }
        for deep in ["(", "{", "-", "not ", "function() return ", "if x then ", "a[", "f(", "a.b", "a .. "] {
            _ = Examples.script("return " + String(repeating: deep, count: 5_000)).columnFindings
        }
    }
}
