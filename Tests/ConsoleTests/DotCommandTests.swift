import Console
import Testing

@Test func aDotCommandIsAShortWayToSayLua() {
    #expect(DotCommand.action(of: ".candles") == .run("candles.list()"))
    #expect(DotCommand.action(of: ".query leaderboard limit=5") == .run(#"query("leaderboard", {["limit"] = "5"})"#))
    #expect(DotCommand.action(of: #".sql SELECT "a\b" AS x "#) == .run(#"sql("SELECT \"a\\b\" AS x")"#))
    #expect(DotCommand.action(of: ".quit") == .quit)
    #expect(DotCommand.action(of: ".read a b.lua") == .read("a b.lua"))
}

@Test func whatIsNoDotCommandIsLua() {
    #expect(DotCommand.action(of: "candles.list()") == nil)
    #expect(DotCommand.action(of: ".5 + 1") == nil)
    #expect(DotCommand.action(of: "..") == nil)
}

@Test func aDotCommandThatIsWrongSaysWhatWouldBeRight() {
    #expect(DotCommand.action(of: ".querys") == .fault("there is no .querys; did you mean .query?"))
    #expect(
        DotCommand.action(of: ".query leaderboard 5") == .fault("5: a name and a value are needed, as in limit=20"))
}
