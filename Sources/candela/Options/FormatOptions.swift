import ArgumentParser
import Console

/// How a table is written.
struct FormatOptions: ParsableArguments {
    @Option(help: "How to print it.")
    var format = TableFormat.table

    /// Made for people, who can read one thing after another and look at drawings.
    var isForReading: Bool { format == .table || format == .markdown }

    func print(_ table: TextTable) throws(OutputError) {
        try Output.write(table.text(format, style: Output.style))
    }

    func print(_ record: TextRecord) throws(OutputError) {
        try Output.write(record.text(format, style: Output.style))
    }
}

extension TableFormat: ExpressibleByArgument {}
