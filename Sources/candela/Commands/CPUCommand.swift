import ArgumentParser
import Console
import Search

struct CPUCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cpu", abstract: "How many workers a search gets on this machine, or on another, and why.")

    @Option(help: "A machine with so many cores instead of this one.", transform: Count.positive)
    var cores: Int?

    @OptionGroup var workers: WorkerOptions
    @OptionGroup var format: FormatOptions

    func run() throws {
        let plan =
            cores.map { WorkerPlan(cores: $0, limit: workers.cpuLimit, workers: workers.count) }
            ?? WorkerPlan.machine(limit: workers.cpuLimit, workers: workers.count)
        var record = TextRecord()
        record.add("total_cores", .integer(plan.totalCores), .count)
        record.add("usable_cores", .integer(plan.usableCores), .count)
        record.add("training_workers", .integer(plan.workers), .count)
        record.add("reserved_cores", .integer(plan.reserved), .count)
        record.add("cpu_limit", .real(plan.limit.fraction), .fraction)
        record.add("cpu_share", .real(plan.share), .fraction)
        record.add("why", .text(plan.why), .text)
        try format.print(record)
    }
}
