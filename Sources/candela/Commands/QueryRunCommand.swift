import ArgumentParser
import Console
import Store

struct QueryRunCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Run a stored query, or SQL that reads.",
        usage: """
            candela query NAME [--set key=value]...
            candela query --sql 'SELECT ...' [--set key=value]...
            """)

    @Argument(help: "Name of a stored query, such as leaderboard.")
    var name: String?

    @Option(help: "SQL in place of a stored query.")
    var sql: String?

    @Option(
        name: .customLong("set"),
        help: ArgumentHelp("Value of a parameter, such as limit=20.", valueName: "name=value"),
        transform: Assignment.read)
    var settings: [Assignment] = []

    @OptionGroup var home: HomeOptions
    @OptionGroup var format: FormatOptions

    func validate() throws {
        if (name == nil) == (sql == nil) {
            throw ValidationError(
                "expected the name of a stored query or --sql 'SELECT ...'; candela query list names them.")
        }
    }

    func run() throws {
        let results = try home.workbench.results(.readOnly)
        let values = settings.values.mapValues { QueryValue.text($0) }
        let answer =
            if let sql { try results.run(sql: sql, values: values) } else {
                try results.run(results.query(named: name ?? ""), values: values)
            }
        try format.print(TextTable(answer))
        if answer.isCut { Output.note("more rows than \(answer.rows.count): the rest is not shown") }
    }
}
