import Lua
import Testing

struct LuaCallTests {
    @Test func objectsHaveFieldsMethodsAndOperators() throws {
        let lua = makeState()
        #expect(try lua.text("local n = lib.numbers(1, 2, 3) return n.count, #n, n[2], n:above(1.5)") == "3 3 2.0 2")
        #expect(
            try lua.text("local n = lib.numbers(1, 2) + 1 return n[1], (n + n)[2], tostring(n)")
                == "2.0 6.0 numbers of 2")
        #expect(try lua.text("return lib.pair()") == "1 two")
    }

    @Test(arguments: [
        ("return lib.sma(1, 2)", "lib.sma: source must be a numbers, got 1"),
        ("return lib.sma(lib.numbers(1), 2.5)", "lib.sma: period must be a whole number from 1 to 100000, got 2.5"),
        ("return lib.sma(lib.numbers(1), 'x')", "lib.sma: period must be a whole number from 1 to 100000, got \"x\""),
        ("return lib.sma(lib.numbers(1), {})", "lib.sma: period must be a whole number from 1 to 100000, got a table"),
        ("return lib.numbers(1):abov(2)", "a numbers has no 'abov'; did you mean 'above'?"),
        ("return lib.sna()", "there is no lib.sna; did you mean lib.sma?"),
        (
            "return os.time()",
            "os.time is not available to strategies: a backtest must not depend on the clock"
        ),
        ("lib.sma = 1", "lib.sma cannot be set: the libraries are read-only"),
        ("string.x = 1", "string.x cannot be set: the libraries are read-only"),
        ("return lib.numbers(1) .. 'x'", "attempt to concatenate a numbers value"),
    ])
    func aWrongCallSaysWhatWouldBeRight(script: String, message: String) throws {
        let error = try #require(makeState().fault("\n" + script))
        #expect(error.description == "test.lua:2: " + message)
    }

    @Test func aSwiftErrorComesOutAgain() throws {
        let lua = makeState()
        let error = try #require(lua.fault("\n\nlib.fail()"))
        guard case .thrown(let inner, let fault) = error else { throw error }
        #expect(inner is Mishap)
        #expect(fault.description == "test.lua:3: the shop is closed")
        #expect(try lua.text("local ok, e = pcall(lib.fail) return ok, e") == "false test.lua:1: the shop is closed")
    }
}
