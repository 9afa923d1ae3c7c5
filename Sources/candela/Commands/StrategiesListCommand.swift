import ArgumentParser
import Console

struct StrategiesListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "The strategies that can be called by name: those in ./strategies and in the home.")

    @OptionGroup var home: HomeOptions
    @OptionGroup var format: FormatOptions

    func run() throws {
        try format.print(TextTable(home.workbench.shelf.scripts()))
    }
}
