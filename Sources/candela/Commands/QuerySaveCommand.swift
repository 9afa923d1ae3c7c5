import ArgumentParser
import Store

struct QuerySaveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "save", abstract: "Keep a question in SQL under a name.",
        discussion: """
            Example: candela query save losers 'SELECT number FROM trials WHERE study_id = :study AND total_return < 0' \
            --describe 'Trials that lost money.' --param study:integer=newest
            """)

    @Argument(help: "Name of the query: letters, digits and underscores.")
    var name: String

    @Argument(help: "One SELECT, its parameters as :name.")
    var sql: String

    @Option(help: "One sentence: what the answer tells.")
    var describe: String

    @Option(
        name: .customLong("param"),
        help: ArgumentHelp(
            "A parameter: its name, its type (\(QueryParameter.Kind.allCases.map(\.rawValue).joined(separator: ", "))) and perhaps a default.",
            valueName: "name:type=default"), transform: QueryParameter.init(declaration:))
    var parameters: [QueryParameter] = []

    @OptionGroup var home: HomeOptions

    func run() throws {
        let query = StoredQuery(name: name, sql: sql, description: describe, parameters: parameters)
        try home.workbench.results(.readWrite).save(query)
        try Output.write(lines: ["saved \(name): candela query \(name)"])
    }
}
