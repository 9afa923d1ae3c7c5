import ArgumentParser
import Console

struct ReferenceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reference", abstract: "The manual, printed from the catalogs.")

    @Argument(help: "What about. (default: everything)")
    var topic: ReferenceTopic?

    @Flag(name: .customLong("lua"), help: "Print it as annotations for lua-language-server (see candela editor).")
    var isForEditor = false

    @OptionGroup var format: FormatOptions

    func validate() throws {
        if isForEditor {
            guard topic == nil else { throw ValidationError("--lua prints everything: leave the topic out.") }
            return
        }
        if topic == nil && !format.isForReading {
            let topics = ReferenceTopic.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("csv and json take one topic: \(topics).")
        }
    }

    func run() throws {
        if isForEditor { return try Output.write(LuaAnnotations.workbench.text) }
        if let topic { return try format.print(topic.table) }
        for topic in ReferenceTopic.allCases {
            try Output.write("\(topic.title)\n\n")
            try format.print(topic.table)
            try Output.write("\n")
        }
    }
}

extension ReferenceTopic: ExpressibleByArgument {}
