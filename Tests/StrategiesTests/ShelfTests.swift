import Candles
import Foundation
import Simulation
import Strategies
import TestSupport
import Testing

struct ShelfTests {
    static let names = Examples.shelf.names

    @Test func theShelfHasTheFirstStrategies() {
        #expect(Set(Self.names).isSuperset(of: ["buy_and_hold", "rsi_reversal", "sma_crossover"]))
        #expect(Examples.shelf.scripts().map(\.name) == Self.names)
    }

    @Test(arguments: names) func aShippedScriptSaysItsIdeaInTwoLines(_ name: String) throws {
        let script = try Examples.shelf.script(name)
        #expect(script.description.count == 2)
        #expect(script.description.allSatisfy { $0.hasSuffix(".") })
        #expect(try LuaStrategy(script).name == name)
        #expect(script.text.split(separator: "\n").count <= 60)
    }

    @Test(arguments: names) func aShippedScriptEntersWithItsDefaults(_ name: String) throws {
        let strategy = try LuaStrategy(Examples.shelf.script(name))
        let candles = RandomCandles.series(count: 5000, seed: 11)
        var simulator = Simulator(candles: candles, settings: SimulationSettings())
        let backtest = try strategy.backtest(strategy.space.defaults, in: &simulator)
        #expect(backtest.fills.contains { $0.reason == .entry })
    }

    @Test(arguments: names) func aShippedScriptSeesNoFuture(_ name: String) throws {
        let strategy = try LuaStrategy(Examples.shelf.script(name))
        let candles = RandomCandles.series(count: 1500, seed: 5)
        let fills = { (candles: CandleSeries) in
            var simulator = Simulator(candles: candles, settings: SimulationSettings())
            return try strategy.backtest(strategy.space.defaults, in: &simulator).fills
        }
        let whole = try fills(candles)
        for count in [1, 63, 64, 500, 1111] {
            let part = try fills(candles.slice(0..<count))
            #expect(part == whole.filter { $0.index < count }, "the first \(count) candles")
        }
    }

    @Test func theScriptsOfTheReadmeRunAndTrade() throws {
        let file = Examples.shelf.folders[0].appending(path: "README.md")
        let blocks = try String(contentsOf: file, encoding: .utf8).components(separatedBy: "```lua\n").dropFirst()
        #expect(blocks.count == 3)
        for block in blocks {
            let strategy = try Examples.strategy(block.components(separatedBy: "```")[0])
            let candles = RandomCandles.series(count: 2000, seed: 11)
            var simulator = Simulator(candles: candles, settings: SimulationSettings())
            #expect(try strategy.backtest(strategy.space.defaults, in: &simulator).trades.count > 5)
        }
    }

    /// A folder `strategies` that is gone after the test.
    private func withShelf(_ files: [String: String], _ body: (URL, StrategyShelf) throws -> Void) throws {
        let root = FileManager.default.temporaryDirectory.appending(path: "shelf-\(UUID().uuidString)")
        let folder = root.appending(path: "strategies")
        for (path, text) in files {
            let file = folder.appending(path: path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
        defer { try? FileManager.default.removeItem(at: root) }
        try body(folder, StrategyShelf(folders: [folder, root.appending(path: "none")]))
    }

    private let strategy = "return { signals = function(c) return { long = { entry = m(c) } } end }"

    @Test func aScriptIsFoundByNameAndByPath() throws {
        try withShelf(["one.lua": "-- Idea.\n-- Why.\nreturn 1", "notes.txt": "", "shared/m.lua": ""]) {
            folder, shelf in
            #expect(shelf.names == ["one"])
            let one = try shelf.script("one")
            #expect(one.description == ["Idea.", "Why."])
            let path = folder.appending(path: "one.lua").path
            let again = try shelf.script(path)
            #expect(again.path == path && again.text == one.text)
            let (near, absent) = (said { try shelf.script("onr") }, said { try shelf.script("no/such.lua") })
            #expect(near?.hasSuffix("did you mean one?") == true)
            #expect(absent == "no/such.lua: there is no such file")
            let folded = said { try shelf.script(folder.path + "/") }
            #expect(folded?.hasSuffix("cannot be read, it is a folder") == true)
        }
    }

    @Test func whatIsNoTextIsRefused() throws {
        try withShelf([:]) { folder, shelf in
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            let file = folder.appending(path: "x.lua")
            try Data([0x1b, 0x4c, 0x75, 0x61, 0x54, 0xff]).write(to: file)
            let binary = said { try shelf.script("x") }
            #expect(binary?.hasSuffix("is no text in UTF-8") == true)
            try Data(repeating: 0x20, count: StrategyShelf.textLimit + 1).write(to: file)
            let long = said { try shelf.script("x") }
            #expect(long?.hasSuffix("a script may have 262144") == true)
        }
    }

    @Test func aModuleIsFoundOnTheShelfWithItsOwnModules() throws {
        let files = [
            "s.lua":
                "local m = require 'shared.one'\nreturn { signals = function(c) return { long = { entry = m.mask(c) } } end }",
            "shared/one.lua":
                "local two = require(\"shared.two\")\nreturn { mask = function(c) return c.close:above(two) end }",
            "shared/two.lua": "return 1",
        ]
        try withShelf(files) { _, shelf in
            let script = try shelf.script("s")
            #expect(script.modules.map(\.name) == ["shared.one", "shared.two"])
            let signals = try LuaStrategy(script).signals(Examples.candles, .none)
            #expect(signals.long?.entry.trueCount == Examples.candles.count)
        }
    }

    @Test func aFaultInAModuleHasItsOwnLine() throws {
        let files = [
            "s.lua": "local m = require 'shared.one'\nreturn { signals = m }",
            "shared/one.lua": "return function(c)\n  return ta.sma(c.close, 0)\nend",
        ]
        try withShelf(files) { _, shelf in
            let strategy = try LuaStrategy(shelf.script("s"))
            let said = said { try strategy.signals(Examples.candles, .none) }
            #expect(
                said?.hasSuffix("shared/one.lua:2: ta.sma: period must be a whole number from 1 to 100000, got 0")
                    == true,
                "\(said ?? "")")
        }
    }

    @Test(arguments: [
        ("../secret", "must be words with dots between"), ("/etc/passwd", "must be words with dots between"),
        ("..secret", "must be words with dots between"), ("shared..one", "must be words with dots between"),
        ("", "must be words with dots between"), ("shared.link", "is a link out of the shelf"),
        ("linked.secret", "is a link out of the shelf"), ("shared.none", "there is no module shared.none in"),
    ])
    func requireLeadsNowhereElse(_ name: String, _ reason: String) throws {
        try withShelf(["s.lua": "return require \"\(name)\"", "shared/one.lua": "return 1"]) { folder, shelf in
            let root = folder.deletingLastPathComponent()
            try Data("return 1".utf8).write(to: root.appending(path: "secret.lua"))
            try FileManager.default.createSymbolicLink(
                at: folder.appending(path: "shared/link.lua"), withDestinationURL: root.appending(path: "secret.lua"))
            try FileManager.default.createSymbolicLink(at: folder.appending(path: "linked"), withDestinationURL: root)
            let script = try shelf.script("s")
            #expect(script.modules.isEmpty)
            let said = said { try LuaStrategy(script) }
            #expect(said?.contains("s.lua:1: ") == true && said?.contains(reason) == true, "\(said ?? "")")
        }
    }

    private func said<Value>(_ body: () throws -> Value) -> String? {
        do {
            _ = try body()
            return nil
        } catch {
            return "\(error)"
        }
    }
}
