import ArgumentParser

struct StrategiesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "strategies", abstract: "List strategies, or check one.",
        subcommands: [StrategiesListCommand.self, StrategiesCheckCommand.self],
        defaultSubcommand: StrategiesListCommand.self)
}
