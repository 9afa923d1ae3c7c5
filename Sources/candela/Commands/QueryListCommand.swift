import ArgumentParser
import Console

struct QueryListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "All stored queries.")

    @OptionGroup var home: HomeOptions
    @OptionGroup var format: FormatOptions

    func run() throws {
        try format.print(TextTable(home.workbench.results(.readOnly).queries()))
    }
}
