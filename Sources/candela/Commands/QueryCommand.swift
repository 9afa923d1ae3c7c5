import ArgumentParser

struct QueryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "query", abstract: "Ask the stored results: by a stored query, or in SQL.",
        subcommands: [
            QueryRunCommand.self, QueryListCommand.self, QueryShowCommand.self, QuerySaveCommand.self,
            QueryRemoveCommand.self,
        ], defaultSubcommand: QueryRunCommand.self)
}
