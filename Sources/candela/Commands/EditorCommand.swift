import ArgumentParser
import Console
import Foundation

struct EditorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "editor", abstract: "Let an editor and luacheck know what the scripts of a folder see.",
        discussion: """
            Writes .luarc.json, .luacheckrc and .editor/candela.lua; the last one anew each time, the others where they \
            are missing. An editor with lua-language-server that opens the folder then completes ta, space and columns, \
            shows their help and checks types. Put ---@type strategy above a strategy's table to have it know candles \
            and ctx.
            """)

    @Argument(help: "The folder. (default: strategies)", completion: .directory)
    var folder = "strategies"

    @Flag(help: "Its scripts are programs or notebooks, which see the whole workbench.")
    var workbench = false

    func run() throws {
        let folder = URL(filePath: folder)
        guard (try? folder.resourceValues(forKeys: [.isDirectoryKey]))?.isDirectory == true else {
            throw CommandError(sentence: "there is no folder \(self.folder)", ending: .missing)
        }
        do {
            let files = try EditorFolder(folder, hasWorkbench: workbench).write()
            let name = self.folder.hasSuffix("/") ? self.folder : self.folder + "/"
            try Output.write(lines: files.map { "\(name)\($0.path): \($0.outcome.text)" })
        } catch let error as CocoaError {
            throw CommandError(
                sentence: "\(self.folder) cannot be written to: \(error.localizedDescription)", ending: .inputOutput)
        }
    }
}

extension EditorFolder.Outcome {
    fileprivate var text: String {
        switch self {
        case .written: "written"
        case .kept: "left as it is"
        case .unchanged: "up to date"
        }
    }
}
