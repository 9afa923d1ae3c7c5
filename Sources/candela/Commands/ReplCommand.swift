import ArgumentParser
import Console
import Foundation
import Research

struct ReplCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "repl", abstract: "Talk to the workbench in Lua.",
        discussion: "What comes from a pipe is run as one program. Ctrl-C ends what runs, Ctrl-D the conversation.")

    @Option(name: .customShort("c"), help: ArgumentHelp("Run this Lua and end.", valueName: "code"))
    var code: String?

    @OptionGroup var trust: TrustOptions
    @OptionGroup var home: HomeOptions
    @OptionGroup var quiet: QuietOptions

    func run() throws {
        let workbench = home.workbench
        let conversation = Conversation(workbench, isQuiet: quiet.isQuiet, trusted: trust.folder(of: "./prompt"))
        if let code { return try conversation.finish { $0.run(code, name: "code", isWhole: true) } }
        guard Terminal.isInteractive(STDIN_FILENO) else {
            let text = String(decoding: FileHandle.standardInput.readDataToEndOfFile(), as: UTF8.self)
            return try conversation.finish { $0.run(text, name: "stdin", isWhole: true) }
        }
        if Terminal.isInteractive(STDOUT_FILENO) {
            try Output.write(
                "Candela \(EngineVersion.current): Lua with the whole workbench. "
                    + "help() and .help tell more, Ctrl-D ends.\n")
        }
        var repl = Repl(conversation, home: workbench.home)
        try repl.converse()
    }
}
