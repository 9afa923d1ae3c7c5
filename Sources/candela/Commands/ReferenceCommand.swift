import ArgumentParser
import Console

struct ReferenceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reference", abstract: "The manual, printed from the catalogs.")

    @Argument(help: "What about. (default: everything)")
    var topic: ReferenceTopic?

    @OptionGroup var format: FormatOptions

    func validate() throws {
        if topic == nil && !format.isForReading {
            let topics = ReferenceTopic.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("csv and json take one topic: \(topics).")
        }
    }

    func run() throws {
        if let topic { return try format.print(topic.table) }
        for topic in ReferenceTopic.allCases {
            try Output.write("\(topic.title)\n\n")
            try format.print(topic.table)
            try Output.write("\n")
        }
    }
}

extension ReferenceTopic: ExpressibleByArgument {}
