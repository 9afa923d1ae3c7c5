import Lua

/// A column of numbers for these tests, with fields, methods and operators.
final class Numbers: LuaObject {
    let values: [Double]

    init(_ values: [Double]) { self.values = values }

    var memoryCost: Int { values.count * 8 }

    static let luaType = LuaType(
        "numbers", "A column of numbers.",
        [
            .field("count", "How many.") { (numbers: Numbers, call) in call.return(numbers.values.count) },
            .method("above", "x", "How many are above x.") { (numbers: Numbers, call) in
                let x = try call.number(2)
                return call.return(numbers.values.count { $0 > x })
            },
            .index("One of them, from 1.") { (numbers: Numbers, call) in
                let position = try call.integer(2)
                guard numbers.values.indices.contains(position - 1) else { return call.return(.nil) }
                return call.return(numbers.values[position - 1])
            },
            .operator(.length) { call in call.return(try call.object(1, as: Numbers.self).values.count) },
            .operator(.add) { call in
                if let right = call[2].number {
                    return call.return(Numbers(try call.object(1, as: Numbers.self).values.map { $0 + right }))
                }
                let right: Numbers = try call.object(2)
                if let left = call[1].number { return call.return(Numbers(right.values.map { $0 + left })) }
                let left: Numbers = try call.object(1)
                return call.return(Numbers(zip(left.values, right.values).map { $0 + $1 }))
            },
            .operator(.text) { call in call.return("numbers of \(try call.object(1, as: Numbers.self).values.count)") },
        ])
}

struct Mishap: Error, CustomStringConvertible {
    var description: String { "the shop is closed" }
}

/// A library as the joining target makes one.
func testLibrary() -> LuaLibrary {
    LuaLibrary(
        "lib", "For these tests.",
        [
            LuaFunction("numbers", "...", "A column of its arguments.") { call in
                call.return(Numbers(try (0..<call.count).map { try call.number($0 + 1) }))
            },
            LuaFunction("sma", "source, period = 20", "A moving average.") { call in
                let source: Numbers = try call.object(1)
                let period = try call.integer(2, default: 20, in: 1...100_000)
                return call.return(Numbers(Array(source.values.dropFirst(period - 1))))
            },
            LuaFunction("column", "count", "A column of zeros.") { call in
                call.return(Numbers(Array(repeating: 0, count: try call.integer(1, in: 0...10_000_000))))
            },
            LuaFunction("fail", "", "Throws.") { _ in throw Mishap() },
            LuaFunction("call", "f", "Calls a function.") { call in
                let function = try call.function(1)
                return try call.state.call(function, { _ in }, { call.return($0[1].value) })
            },
            LuaFunction("pair", "", "Two results.") { call in
                call.stack.push(1)
                call.stack.push("two")
                return call.results(2)
            },
        ])
}

func makeState(limits: LuaLimits = LuaLimits(), seed: UInt64 = 1) -> LuaState {
    LuaState(.strategy, limits: limits, seed: seed, libraries: [testLibrary()])
}

extension LuaState {
    func evaluate(_ text: String, name: String = "test.lua") throws -> [LuaValue] {
        try run(compile(LuaScript(name: name, text: text))) { $0.values }
    }

    func text(_ text: String, name: String = "test.lua") throws -> String {
        try evaluate(text, name: name).map { value in
            switch value {
            case .nil: "nil"
            case .boolean(let value): "\(value)"
            case .integer(let value): "\(value)"
            case .number(let value): "\(value)"
            case .string(let value): value
            default: "other"
            }
        }.joined(separator: " ")
    }

    func fault(_ text: String, name: String = "test.lua") -> LuaError? {
        do {
            _ = try evaluate(text, name: name)
            return nil
        } catch {
            return error as? LuaError
        }
    }
}
