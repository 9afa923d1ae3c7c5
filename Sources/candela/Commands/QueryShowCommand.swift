import ArgumentParser
import Console

struct QueryShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "show", abstract: "One stored query and its SQL.")

    @Argument(help: "Name of the query.")
    var name: String

    @OptionGroup var home: HomeOptions

    func run() throws {
        let query = try home.workbench.results(.readOnly).query(named: name)
        var lines = ["\(query.name): \(query.description)"]
        lines += query.parameters.map { "  --param \($0.declaration)" }
        lines += [""] + query.sql.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        try Output.write(lines: lines)
    }
}
