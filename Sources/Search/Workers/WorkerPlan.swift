/// How many workers a machine gets, and why.
package struct WorkerPlan: Sendable {
    /// Cores that are switched on.
    package let totalCores: Int
    /// Cores this process may use.
    package let usableCores: Int
    package let workers: Int
    /// Usable cores left to the system.
    package let reserved: Int
    package let limit: CPULimit
    /// One sentence, for `candela cpu`.
    package let why: String

    /// Workers to usable cores; above 1 only where more workers were asked for than there are cores.
    package var share: Double { Double(workers) / Double(usableCores) }

    /// The plan of a machine with so many cores and memory enough. `workers`, where given, is taken as it is.
    package init(cores: Int, limit: CPULimit = .standard, workers: Int? = nil) {
        self.init(MachineLimits(totalCores: cores), limit: limit, workers: workers)
    }

    /// The plan of this machine, its container and its memory. `memoryPerWorker` in bytes, where known.
    package static func machine(
        limit: CPULimit = .standard, workers: Int? = nil, memoryPerWorker: Int? = nil
    ) -> WorkerPlan {
        WorkerPlan(.current(), limit: limit, workers: workers, memoryPerWorker: memoryPerWorker)
    }

    package init(
        _ machine: MachineLimits, limit: CPULimit = .standard, workers asked: Int? = nil, memoryPerWorker: Int? = nil
    ) {
        precondition(machine.totalCores > 0 && asked ?? 1 > 0, "a machine has a core, a search a worker")
        totalCores = machine.totalCores
        usableCores = machine.usableCores
        self.limit = limit
        // 29% of 100 is 28.999999999999996 in doubles.
        let byCores = max(1, Int((limit.share(of: usableCores) + 1e-9).rounded(.down)))
        var byMemory: Int?
        if let memoryPerWorker, memoryPerWorker > 0, let memory = machine.availableMemory {
            byMemory = max(1, memory / memoryPerWorker)
        }
        workers = asked ?? min(byCores, byMemory ?? byCores)
        reserved = max(0, usableCores - workers)
        why = WorkerPlan.sentence(
            machine, limit, workers: workers, reserved: reserved, asked: asked, byCores: byCores, byMemory: byMemory)
    }

    private static func sentence(
        _ machine: MachineLimits, _ limit: CPULimit, workers: Int, reserved: Int, asked: Int?, byCores: Int,
        byMemory: Int?
    ) -> String {
        let usable = machine.usableCores
        var clauses: [String] = []
        if let reason = machine.reason {
            clauses.append("\(reason) leaves \(usable) of \(counted(machine.totalCores, "core"))")
        }
        let share = limit.share(of: usable)
        if let asked {
            clauses.append("\(counted(asked, "worker")) asked for, where \(limit) would be \(byCores)")
        } else if share < 1 {
            clauses.append("\(limit) of \(counted(usable, "core")) is less than one worker, and one is the least")
        } else {
            let exact = (share * 1000).rounded() / 1000
            let text = exact == exact.rounded() ? "\(Int(exact))" : "\(exact), rounded down to \(byCores)"
            clauses.append("\(limit) of \(counted(usable, "core")) is \(text)")
        }
        if asked == nil, let byMemory, byMemory < byCores { clauses.append("memory has room for \(byMemory)") }
        let rest = reserved == 0 ? "no core" : counted(reserved, "core")
        return clauses.joined(separator: "; ") + ": \(counted(workers, "worker")), \(rest) left to the system"
    }
}

private func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
}
