import Foundation
import Lua
import Strategies

/// The files that let an editor and luacheck know what the scripts of a folder see.
package struct EditorFolder {
    package let folder: URL
    /// Whether its scripts are programs and notebooks, with the whole workbench in reach, and not strategies.
    package let hasWorkbench: Bool

    /// Where the annotations lie in it: `require` finds nothing there, and a shelf lists nothing.
    static let library = ".editor"

    package init(_ folder: URL, hasWorkbench: Bool) {
        self.folder = folder
        self.hasWorkbench = hasWorkbench
    }

    package enum Outcome: String, Sendable {
        case written
        /// It was there and says something else, which may be its owner's wish.
        case kept
        case unchanged
    }

    /// Writes what is missing. The annotations are always made anew; other files that differ are kept.
    package func write() throws -> [(path: String, outcome: Outcome)] {
        try FileManager.default.createDirectory(
            at: folder.appending(path: Self.library), withIntermediateDirectories: true)
        return try files.map { name, text, isOurs in
            let file = folder.appending(path: name)
            let old = try? String(contentsOf: file, encoding: .utf8)
            if old == text { return (name, .unchanged) }
            guard old == nil || isOurs else { return (name, .kept) }
            try text.write(to: file, atomically: true, encoding: .utf8)
            return (name, .written)
        }
    }

    /// Name, text, and whether nobody else writes it.
    private var files: [(name: String, text: String, isOurs: Bool)] {
        [
            ("\(Self.library)/candela.lua", (hasWorkbench ? LuaAnnotations.workbench : .strategies).text, true),
            (".luarc.json", Self.languageServer, false), (".luacheckrc", luacheck, false),
        ]
    }

    /// The settings of lua-language-server.
    package static let languageServer = """
        {
          "runtime": {
            "version": "Lua 5.4",
            "path": ["?.lua"],
            "builtin": { "debug": "disable", "io": "disable", "os": "disable" }
          },
          "workspace": {
            "library": ["\(library)"],
            "checkThirdParty": false
          }
        }

        """

    /// The settings of luacheck: which globals there are beside Lua's, and which of Lua's there are not.
    package var luacheck: String {
        let libraries = hasWorkbench ? WorkbenchLibrary.described : LibraryCatalog.strategy
        let globals = libraries.flatMap { $0.name.isEmpty ? $0.functions.map(\.name) : [$0.name] }
        let known = Set(globals).subtracting(["print", "require"]).sorted() + (hasWorkbench ? ["arg"] : [])
        return """
            -- Written by candela editor: what scripts in this folder see.
            std = "lua54"
            read_globals = { \(Self.list(known)) }
            not_globals = { \(Self.list(LuaSandbox.strategy.absent.map(\.name).sorted())) }
            exclude_files = { "\(Self.library)" }
            \(hasWorkbench ? "allow_defined_top = true\n" : "")
            """
    }

    private static func list(_ names: [String]) -> String { names.map { "\"\($0)\"" }.joined(separator: ", ") }
}
