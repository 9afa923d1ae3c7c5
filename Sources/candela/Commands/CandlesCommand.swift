import ArgumentParser

struct CandlesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "candles", abstract: "List, show, check and change the stored candles.",
        subcommands: [
            CandlesListCommand.self, CandlesShowCommand.self, CandlesCheckCommand.self, CandlesExportCommand.self,
            CandlesResampleCommand.self, CandlesRemoveCommand.self,
        ], defaultSubcommand: CandlesListCommand.self)
}
