import ArgumentParser

struct QueryRemoveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "remove", abstract: "Remove a stored query.")

    @Argument(help: "Name of the query.")
    var name: String

    @OptionGroup var home: HomeOptions

    func run() throws {
        try home.workbench.results(.readWrite).removeQuery(named: name)
        try Output.write(lines: ["removed \(name)"])
    }
}
