import Testing

@testable import Console

struct LastingLocalsTests {
    @Test(arguments: [
        ("local x = 1", "x = 1"), ("local function f() end", "function f() end"),
        ("y = 1\nlocal x = y", "y = 1\nx = y"), ("do\n  local x = 1\nend", "do\n  local x = 1\nend"),
        ("locale = 1", "locale = 1"),
    ])
    func aLocalAtTheMarginLasts(text: String, lasting: String) {
        #expect(LastingLocals.text(text, compiles: { _ in true }) == lasting)
    }

    @Test func whatWouldBeNoLuaStaysAsItWas() {
        #expect(LastingLocals.text("local x <const> = 1", compiles: { _ in false }) == "local x <const> = 1")
    }
}
