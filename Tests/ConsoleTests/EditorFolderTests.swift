import Console
import Foundation
import Indicators
import Testing

/// What an editor and luacheck are told about the names that scripts see.
struct EditorFolderTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "candela-\(UUID().uuidString)")

    @Test func theAnnotationsNameEveryIndicatorAndWhatItTakes() {
        let lines = LuaAnnotations.strategies.text.split(separator: "\n").map(String.init)
        for indicator in IndicatorCatalog.all {
            let names = (indicator.inputs.map(\.name) + indicator.options.map(\.name)).joined(separator: ", ")
            #expect(lines.contains("function ta.\(indicator.name)(\(names)) end"))
        }
        #expect(lines.contains("---@meta"))
        #expect(lines.contains("---@overload fun(candles: candle_series, period?: integer): series"))
    }

    @Test func nothingIsLeftWithoutATypeInWhatStrategiesSee() {
        // What a column or prepared column holds at a candle, or a parameter, only the script knows.
        let anything = [
            "---@field [string] any", "---@field [integer] any", "---@param values any[]", "---@return any",
        ]
        for line in LuaAnnotations.strategies.text.split(separator: "\n") where line.hasPrefix("---@") {
            let isVague = line.hasSuffix(" any") || line.contains(" any ")
            #expect(!isVague || anything.contains { line.hasPrefix($0) }, "\(line)")
        }
    }

    @Test func everyClassThatATypeNamesIsDeclared() throws {
        let text = LuaAnnotations.workbench.text
        let classes = Set(text.matches(of: /---@class ([\w.]+)/).map { String($0.output.1) })
        let known: Set = [
            "any", "boolean", "integer", "number", "string", "table", "fun", "candles", "p", "ctx", "period", "nil",
        ]
        let generic = Set(text.matches(of: /---@generic (\w+)/).map { String($0.output.1) })
        for match in text.matches(of: /---@(?:field \S+|param \S+|return) ([\w.|?\[\]]+)/) {
            for word in match.output.1.split(separator: "|") {
                let name = String(word.replacing("[]", with: "").replacing("?", with: ""))
                let isDeclared = classes.contains(name) || known.contains(name) || generic.contains(name)
                #expect(isDeclared || name.isEmpty, "\(match.output.0)")
            }
        }
    }

    @Test func aFolderIsWrittenOnceAndItsOwnersFilesAreKept() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let mine = folder.appending(path: ".luarc.json")
        try "{}\n".write(to: mine, atomically: true, encoding: .utf8)
        let first = try EditorFolder(folder, hasWorkbench: false).write()
        #expect(first.map(\.outcome) == [.written, .kept, .written])
        #expect(try String(contentsOf: mine, encoding: .utf8) == "{}\n")
        #expect(
            try EditorFolder(folder, hasWorkbench: false).write().map(\.outcome) == [.unchanged, .kept, .unchanged])
        #expect(try EditorFolder(folder, hasWorkbench: true).write().map(\.outcome) == [.written, .kept, .kept])
    }

    @Test(arguments: [("strategies", false), ("notebooks", true)])
    func theShippedFoldersSayWhatScriptsSee(_ name: String, hasWorkbench: Bool) throws {
        let folder = SessionHome.project.appending(path: name)
        let luacheck = try String(contentsOf: folder.appending(path: ".luacheckrc"), encoding: .utf8)
        #expect(luacheck == EditorFolder(folder, hasWorkbench: hasWorkbench).luacheck)
        let settings = try String(contentsOf: folder.appending(path: ".luarc.json"), encoding: .utf8)
        #expect(settings == EditorFolder.languageServer)
    }
}
