import ArgumentParser
import Search

/// How much of the machine is used.
struct WorkerOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("How many workers, or auto. (default: auto)", valueName: "auto|N"), transform: Self.count)
    var workers: Int??

    @Option(help: "Share of the cores that auto may use.", transform: CPULimit.init(parsing:))
    var cpuLimit = CPULimit.standard

    /// nil for auto.
    var count: Int? { workers ?? nil }

    private static func count(_ text: String) throws -> Int? {
        if text == "auto" { return nil }
        guard let count = Int(text), (1...1024).contains(count) else {
            throw ValidationError("expected auto or a number from 1 to 1024")
        }
        return count
    }
}
