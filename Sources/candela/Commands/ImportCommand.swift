import ArgumentParser
import Candles
import Foundation

struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Read files of candles, check them and store them.",
        discussion: """
            Symbol and timeframe are read from the file or its name where they are not given. Ctrl-C ends it at once and \
            leaves the stored candles as they were.
            """)

    @Argument(help: "Files of candles.", completion: .file())
    var files: [String]

    @Option(help: "Symbol to store them under, and which to take from a file of several.")
    var symbol: String?

    @Option(help: "Length of a candle, such as 5m.", transform: Timeframe.read)
    var timeframe: Timeframe?

    @Option(help: "Format of the files: auto, \(ImporterCatalog.all.map(\.name).joined(separator: ", ")).")
    var format = "auto"

    @Option(
        help: "What the columns are, from the left, such as time,open,high,low,close,volume; - for none.",
        transform: Self.columns)
    var columns: [ImportColumn]?

    @Option(help: "In what times are counted: auto, s, ms, us, ns.", transform: Self.timeUnit)
    var timeUnit: TimeUnit??

    @Option(
        help: "Order in dates that end in the year: dmy, mdy or ymd; else the dates of the whole file tell.",
        transform: Self.dateFormat)
    var dateFormat: DateFormat?

    @Option(
        help: "Where clocks stand that dates without a zone were read off: UTC, EST, +02:00, Europe/Berlin.",
        transform: Self.zone)
    var timeZone: ClockZone?

    @Option(help: "Whether times are when candles start or end; else their close times tell.")
    var timeIs: ImportOptions.TimeIs?

    @Option(help: "What to do with lines that are no possible candle.")
    var bad = ImportOptions().bad

    @Option(help: "What to do where candles are missing.")
    var gaps = ImportOptions().gaps

    @Option(help: "What to do with two different candles of one time.")
    var duplicates = ImportOptions().duplicates

    @Flag(help: "Read and check, store nothing.")
    var dryRun = false

    @OptionGroup var home: HomeOptions
    @OptionGroup var quiet: QuietOptions

    func run() throws {
        var failures: [Diagnosis] = []
        for file in files {
            do {
                try take(file)
            } catch {
                if files.count == 1 || error is OutputError { throw error }
                failures.append(Diagnosis(error))
                failures.last?.report()
            }
        }
        guard let first = failures.first else { return }
        throw (failures.count < files.count ? Ending.partly : first.ending).code
    }

    private func take(_ file: String) throws {
        let (conclusions, outcome) = try WatchedImport.run(file, isQuiet: quiet.isQuiet) { progress in
            let imported = try CandleImport.read(URL(filePath: file), options: options, progress: progress)
            let outcome = dryRun ? "nothing stored, as told" : try home.workbench.archive.store(imported).text
            return (imported.report.conclusions, outcome)
        }
        let lines = [file] + (conclusions + [outcome]).map { "  " + $0 }
        try Output.write(lines: lines)
    }

    private var options: ImportOptions {
        var options = ImportOptions()
        options.symbol = symbol
        options.timeframe = timeframe
        options.format = format == "auto" ? nil : format
        options.columns = columns
        options.timeUnit = timeUnit ?? nil
        options.dateFormat = dateFormat
        options.timeZone = timeZone
        options.timeIs = timeIs
        options.bad = bad
        options.gaps = gaps
        options.duplicates = duplicates
        return options
    }

    private static func columns(_ text: String) throws -> [ImportColumn] {
        try text.split(separator: ",", omittingEmptySubsequences: false).map { word in
            guard let column = ImportColumn(rawValue: word.trimmingCharacters(in: .whitespaces)) else {
                let known = ImportColumn.allCases.map(\.rawValue).joined(separator: ", ")
                throw ValidationError("\"\(word)\" is no column, expected \(known)")
            }
            return column
        }
    }

    private static func dateFormat(_ text: String) throws -> DateFormat {
        guard let format = DateFormat(rawValue: text) else { throw ValidationError("expected dmy, mdy or ymd") }
        return format
    }

    private static func zone(_ text: String) throws -> ClockZone {
        guard let zone = ClockZone(text) else {
            throw ValidationError("no such time zone, expected one such as UTC, EST, +02:00 or Europe/Berlin")
        }
        return zone
    }

    private static func timeUnit(_ text: String) throws -> TimeUnit? {
        if text == "auto" { return nil }
        guard let unit = TimeUnit(rawValue: text) else { throw ValidationError("expected auto, s, ms, us or ns") }
        return unit
    }
}

extension StoreOutcome {
    /// What became of the candles, for people.
    var text: String {
        switch self {
        case .created: "stored, a new market"
        case .extended(let count): "stored, \(CountText.text(count, "candle")) new"
        case .unchanged: "all stored already"
        }
    }
}

extension ImportOptions.Gaps: ExpressibleByArgument {}

extension ImportOptions.Bad: ExpressibleByArgument {}

extension ImportOptions.TimeIs: ExpressibleByArgument {}

extension ImportOptions.Duplicates: ExpressibleByArgument {}
