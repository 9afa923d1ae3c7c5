import Foundation
import Lua

/// The folders of scripts: where a strategy is found by its name, and the only place where `require` looks.
package struct StrategyShelf: Sendable {
    package let folders: [URL]

    /// Text of a script or module beyond this is not read.
    package static let textLimit = 256 << 10

    package init(folders: [URL]) {
        self.folders = folders
    }

    /// `strategies` where the program was started, then `strategies` in the home of the workbench.
    package init(home: URL, directory: URL = URL(filePath: FileManager.default.currentDirectoryPath)) {
        self.init(folders: [directory, home].map { $0.appending(path: "strategies") })
    }

    /// The script at a path (with a slash or ending in `.lua`), else of this name on the shelf.
    package func script(_ nameOrPath: String) throws(StrategyError) -> StrategyScript {
        if nameOrPath.contains("/") || nameOrPath.hasSuffix(".lua") {
            return try script(at: URL(filePath: nameOrPath), shownAs: nameOrPath)
        }
        for file in folders.map({ $0.appending(path: nameOrPath + ".lua") }) where file.isFile {
            return try script(at: file, shownAs: file.shownPath)
        }
        throw .notOnShelf(
            name: nameOrPath, nearest: Spelling.nearest(to: nameOrPath, in: names), folders: folders.map(\.shownPath))
    }

    /// All scripts that can be found by name, in the order of their names. A file that cannot be read is left out.
    package func scripts() -> [StrategyScript] {
        names.compactMap { try? script($0) }
    }

    /// Names of scripts on the shelf; modules lie in folders of their own.
    package var names: [String] {
        let files = folders.flatMap { folder in
            (try? FileManager.default.contentsOfDirectory(
                at: folder.resolvingSymlinksInPath(), includingPropertiesForKeys: nil)) ?? []
        }
        return Set(files.filter { $0.pathExtension == "lua" }.map { $0.deletingPathExtension().lastPathComponent })
            .sorted()
    }

    private func script(at file: URL, shownAs path: String) throws(StrategyError) -> StrategyScript {
        let text = try ScriptText.read(file, shownAs: path)
        return script(file.deletingPathExtension().lastPathComponent, shownAs: path, text: text)
    }

    /// A script whose text is known, with its modules from the shelf.
    package func script(_ name: String, shownAs path: String, text: String) -> StrategyScript {
        var (modules, refusals): ([StrategyScript.Module], [String: String]) = ([], [:])
        var wanted = ScriptText.requiredNames(in: text)
        while let name = wanted.popLast() {
            guard refusals[name] == nil, !modules.contains(where: { $0.name == name }) else { continue }
            do {
                let module = try module(name)
                modules.append(module)
                wanted += ScriptText.requiredNames(in: module.text)
            } catch {
                refusals[name] = "\(error)"
            }
        }
        return StrategyScript(
            name: name, path: path, text: text,
            modules: modules.sorted { $0.name < $1.name }, refusals: refusals)
    }

    /// The module of this name: words with dots between, a folder each, and never anything outside of the shelf.
    package func module(_ name: String) throws(StrategyError) -> StrategyScript.Module {
        let words = name.split(separator: ".", omittingEmptySubsequences: false)
        let isPlain = words.allSatisfy { word in
            !word.isEmpty
                && word.utf8.allSatisfy { $0.isLetterOrDigit || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-") }
        }
        guard isPlain else { throw .moduleNotAName(name) }
        for folder in folders {
            let file = folder.appending(path: words.joined(separator: "/") + ".lua")
            guard file.isFile else { continue }
            let root = folder.resolvingSymlinksInPath().path + "/"
            guard file.resolvingSymlinksInPath().path.hasPrefix(root) else {
                throw .moduleOutsideShelf(name: name, path: file.shownPath)
            }
            let path = file.shownPath
            return StrategyScript.Module(name: name, path: path, text: try ScriptText.read(file, shownAs: path))
        }
        throw .moduleMissing(name: name, folders: folders.map(\.shownPath))
    }
}

extension URL {
    fileprivate var isFile: Bool {
        FileManager.default.fileExists(atPath: path)
            && (try? resourceValues(forKeys: [.isDirectoryKey]))?.isDirectory != true
    }

    /// The path from where the program was started, when it lies below.
    fileprivate var shownPath: String {
        let start = FileManager.default.currentDirectoryPath + "/"
        let path = standardizedFileURL.path
        return path.hasPrefix(start) ? String(path.dropFirst(start.count)) : path
    }
}

extension UInt8 {
    fileprivate var isLetterOrDigit: Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self) || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self)
            || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self)
    }
}
