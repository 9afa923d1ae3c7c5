import Candles
import Foundation
import Indicators
import Strategies
import Testing

/// What every function of `ta` says about arguments that it cannot take: its name, the parameter, what that must be and
/// what it got, at the script's line. The cases are made from the catalog.
struct BadArgumentTests {
    /// A call, and what is said about it behind the line; nil where nothing may be said.
    private struct Case {
        let call: String
        let fault: String?
    }

    /// `0`, `-3` and so on as a script writes them, as they are shown, and as numbers.
    private static let values: [(code: String, shown: String, number: Double?)] = [
        ("0", "0", 0), ("-3", "-3", -3), ("2.5", "2.5", 2.5), ("0/0", "-nan", .nan), ("1e9", "1000000000.0", 1e9),
        ("1e300", "1e+300", 1e300), ("math.huge", "inf", .infinity), ("\"x\"", "\"x\"", nil), ("{}", "a table", nil),
        ("true", "true", nil), ("candles.close", "a series", nil),
    ]

    private static func arguments(_ indicator: Indicator) -> [String] {
        indicator.inputs.map { input in
            switch input.kind {
            case .mask: "candles.close:above(1)"
            case .series, .level: "candles.\(input.column ?? "close")"
            }
        }
    }

    private func answers(_ calls: [String]) throws -> [String] {
        let lines = calls.map { "try(function() return \($0) end)" }
        let text = """
            local function try(call) local done, fault = pcall(call) print(done and "" or tostring(fault)) end
            return { signals = function(candles, p)
            \(lines.joined(separator: "\n"))
            return { long = { entry = candles.close:above(1) } }
            end }
            """
        var printed: [String] = []
        let strategy = try LuaStrategy(Examples.script(text), output: { printed.append($0) })
        _ = try strategy.signals(Examples.candles, .none)
        return printed.flatMap { $0.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) }
    }

    private func check(_ cases: [Case]) throws {
        let answers = try answers(cases.map(\.call))
        try #require(answers.count == cases.count)
        for (line, (one, answer)) in zip(cases, answers).enumerated() {
            let expected = one.fault.map { "s.lua:\(line + 3): \($0)" } ?? ""
            #expect(answer == expected, "\(one.call)")
        }
    }

    @Test func anOptionOutOfItsRangeIsNamedWithItsRange() throws {
        var cases: [Case] = []
        for indicator in IndicatorCatalog.all {
            for (place, option) in indicator.options.enumerated() {
                for value in Self.values {
                    let before = indicator.options[..<place].map(\.defaultText)
                    let list = (Self.arguments(indicator) + before + [value.code]).joined(separator: ", ")
                    let fault = "ta.\(indicator.name): \(option.name) must be \(option.requirement), got \(value.shown)"
                    let isRight = value.number.map { option.accepts($0) } ?? false
                    cases.append(Case(call: "ta.\(indicator.name)(\(list))", fault: isRight ? nil : fault))
                }
            }
        }
        #expect(cases.count > 2000 && cases.count { $0.fault == nil } < cases.count / 4)
        try check(cases)
    }

    @Test func anInputThatIsNoneIsNamed() throws {
        var cases: [Case] = []
        for indicator in IndicatorCatalog.all {
            let name = "ta.\(indicator.name)"
            for (place, input) in indicator.inputs.enumerated() {
                func call(_ argument: String) -> String {
                    var list = Self.arguments(indicator)
                    list[place] = argument
                    return "\(name)(\(list.joined(separator: ", ")))"
                }
                let isOnly = indicator.inputs.count == 1
                switch input.kind {
                case .mask:
                    let must = "\(name): \(input.name) must be a mask, as a:above(b) gives, got "
                    cases.append(Case(call: call("candles.close"), fault: must + "a series"))
                    cases.append(Case(call: call("3"), fault: must + "3"))
                case .series:
                    let must = "\(name): \(input.name) must be a series, got "
                    cases.append(Case(call: call("candles.close:above(1)"), fault: must + "a mask"))
                    cases.append(Case(call: call("3"), fault: must + "3"))
                    cases.append(Case(call: call("nil"), fault: must + "nil"))
                case .level:
                    let must = "\(name): \(input.name) must be a series or a number, got "
                    cases.append(Case(call: call("candles.close:above(1)"), fault: must + "a mask"))
                }
                if !isOnly, place > 0, input.kind != .mask {
                    cases.append(
                        Case(
                            call: call("series{ 1, 2 }"),
                            fault: "\(name): \(input.name) has 2 values, the series before it 600"))
                }
            }
            // One more than it takes.
            let full = Self.arguments(indicator) + indicator.options.map(\.defaultText) + ["1"]
            let most = full.count - 1
            let list = LuaSignatureText.list(indicator)
            cases.append(
                Case(
                    call: "\(name)(\(full.joined(separator: ", ")))",
                    fault: "\(name): takes at most \(most) arguments (\(list)), got \(most + 1)"))
        }
        #expect(cases.count > 500)
        try check(cases)
    }

    /// Too few candles are no fault: what has no value yet is NaN, whatever the period.
    @Test func tooFewCandlesGiveNoValues() throws {
        var calls: [String] = []
        for indicator in IndicatorCatalog.all where indicator.outputs.allSatisfy({ $0.kind == .series }) {
            guard indicator.options.first?.isWhole == true, indicator.options[0].range.upperBound == 100_000 else {
                continue
            }
            let list = (Self.arguments(indicator) + ["100000"]).joined(separator: ", ")
            calls.append("assert(ta.\(indicator.name)(\(list))[600] ~= nil)")
        }
        #expect(calls.count > 50)
        #expect(try answers(calls).allSatisfy { $0.isEmpty })
    }
}

/// The parameters of a function as its faults list them.
private enum LuaSignatureText {
    static func list(_ indicator: Indicator) -> String {
        (indicator.inputs.map { $0.name } + indicator.options.map { "\($0.name) = \($0.defaultText)" })
            .joined(separator: ", ")
    }
}
