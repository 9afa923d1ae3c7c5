import ArgumentParser

struct RunCommand: ScriptCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Run a Lua program with the whole workbench in reach.",
        usage: "candela run [--home DIR] [--quiet] [--in-process] [--unsafe] FILE.lua [ARG...]",
        discussion: "What stands behind the file is the program's own: arg[1] and so on.")

    @OptionGroup var wall: WallOptions
    @OptionGroup var trust: TrustOptions
    @OptionGroup var home: HomeOptions
    @OptionGroup var quiet: QuietOptions

    @Argument(help: "The program.", completion: .file(extensions: ["lua"]))
    var file: String

    @Argument(parsing: .captureForPassthrough, help: "What the program is given.")
    var arguments: [String] = []

    var scriptName: String { file }

    func perform() throws {
        let conversation = Conversation(home.workbench, isQuiet: quiet.isQuiet, trusted: trust.folder(of: file))
        conversation.session.setArguments(arguments, program: file)
        try conversation.finish { $0.run(file: file) }
    }
}
