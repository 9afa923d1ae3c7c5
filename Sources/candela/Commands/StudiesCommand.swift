import ArgumentParser
import Console

struct StudiesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "studies", abstract: "All studies, the newest first: what they searched and the best they found.")

    @Option(help: "Only the newest so many.", transform: Count.positive)
    var limit: Int?

    @OptionGroup var home: HomeOptions
    @OptionGroup var format: FormatOptions

    func run() throws {
        try format.print(TextTable(home.workbench.results(.readOnly).studies(limit: limit)))
    }
}
