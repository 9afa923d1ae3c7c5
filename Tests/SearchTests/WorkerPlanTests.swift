import Foundation
import Testing

@testable import Search

@Suite struct WorkerPlanTests {
    @Test(arguments: [(1, 1), (2, 1), (4, 3), (8, 7), (16, 14), (32, 28), (64, 56), (128, 112)])
    func mostCoresWorkAndSomeStayFree(cores: Int, workers: Int) {
        let plan = WorkerPlan(cores: cores)
        #expect(plan.workers == workers)
        #expect(plan.reserved == cores - workers)
        #expect(plan.share == Double(workers) / Double(cores))
        #expect(plan.totalCores == cores && plan.usableCores == cores)
    }

    @Test(arguments: [
        (1, "87.5% of 1 core is less than one worker, and one is the least: 1 worker, no core left to the system"),
        (2, "87.5% of 2 cores is 1.75, rounded down to 1: 1 worker, 1 core left to the system"),
        (8, "87.5% of 8 cores is 7: 7 workers, 1 core left to the system"),
        (16, "87.5% of 16 cores is 14: 14 workers, 2 cores left to the system"),
    ])
    func aPlanSaysWhy(cores: Int, why: String) {
        #expect(WorkerPlan(cores: cores).why == why)
    }

    @Test func theTightestOfAffinityQuotaAndMemoryCounts() {
        let gibibyte = 1 << 30
        var machine = MachineLimits(totalCores: 16, affinityCores: 12, quotaCores: 4.5, availableMemory: 8 * gibibyte)
        let plan = WorkerPlan(machine, memoryPerWorker: gibibyte)
        #expect(plan.usableCores == 4 && plan.workers == 3 && plan.totalCores == 16)
        #expect(
            plan.why == "the container's quota leaves 4 of 16 cores; 87.5% of 4 cores is 3.5, rounded down to 3: "
                + "3 workers, 1 core left to the system")
        #expect(WorkerPlan(machine, memoryPerWorker: 4 * gibibyte).workers == 2)
        machine.quotaCores = nil
        #expect(WorkerPlan(machine, memoryPerWorker: gibibyte).workers == 8)
        #expect(
            WorkerPlan(machine, memoryPerWorker: gibibyte).why
                == "the processor affinity leaves 12 of 16 cores; 87.5% of 12 cores is 10.5, rounded down to 10; "
                + "memory has room for 8: 8 workers, 4 cores left to the system")
        #expect(WorkerPlan(MachineLimits(totalCores: 8, quotaCores: 0.5)).workers == 1)
    }

    @Test func whatIsAskedForIsTaken() {
        let plan = WorkerPlan(cores: 2, workers: 8)
        #expect(plan.workers == 8 && plan.reserved == 0 && plan.share == 4)
        #expect(plan.why == "8 workers asked for, where 87.5% would be 1: 8 workers, no core left to the system")
    }

    @Test(arguments: [("87.5%", 0.875), ("0.875", 0.875), ("100%", 1), ("1", 1), ("29%", 0.29)])
    func aLimitIsAPercentageOrAFraction(text: String, fraction: Double) throws {
        #expect(try CPULimit(parsing: text).fraction == fraction)
    }

    @Test(arguments: ["0", "0%", "-5%", "101%", "1.5", "50", "half", "", "%", "nan", "inf%"])
    func whatIsNoShareIsRefused(text: String) {
        #expect(throws: SearchError.invalidLimit(text)) { try CPULimit(parsing: text) }
    }

    @Test func roundingNeverTakesAWorkerAway() throws {
        #expect(WorkerPlan(cores: 100, limit: try CPULimit(parsing: "29%")).workers == 29)
        #expect(try CPULimit(parsing: "33.3%").description == "33.3%")
    }

    @Test func thisMachineHasAPlan() {
        let plan = WorkerPlan.machine()
        #expect(plan.workers >= 1 && plan.usableCores <= plan.totalCores)
    }
}

/// Made-up machines: a folder with the files of `/proc` and `/sys` that are read.
@Suite struct MachineLimitsTests {
    private func machine(_ files: [String: String]) throws -> MachineLimits {
        let root = FileManager.default.temporaryDirectory.appendingPathComponent("machine-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: root) }
        for (path, text) in files {
            let file = root.appendingPathComponent(path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
        return MachineLimits.current(root: root.path)
    }

    private let sixteen = [
        "sys/devices/system/cpu/online": "0-15\n", "proc/self/status": "Name:\tx\nCpus_allowed_list:\t0-11,14\n",
        "proc/meminfo": "MemTotal:  100000 kB\nMemAvailable:   50000 kB\n",
    ]

    @Test func affinityAndMemoryAreRead() throws {
        let limits = try machine(sixteen)
        #expect(
            limits == MachineLimits(totalCores: 16, affinityCores: 13, quotaCores: nil, availableMemory: 51_200_000))
    }

    @Test func aQuotaOfVersion2IsRead() throws {
        var files = sixteen
        files["proc/self/cgroup"] = "0::/system.slice/box\n"
        files["sys/fs/cgroup/system.slice/box/cpu.max"] = "350000 100000\n"
        files["sys/fs/cgroup/system.slice/cpu.max"] = "max 100000\n"
        files["sys/fs/cgroup/system.slice/box/memory.max"] = "30000000\n"
        files["sys/fs/cgroup/system.slice/box/memory.current"] = "20000000\n"
        files["sys/fs/cgroup/system.slice/box/memory.stat"] = "anon 5\ninactive_file 4000000\n"
        let limits = try machine(files)
        #expect(limits.quotaCores == 3.5 && limits.usableCores == 3)
        #expect(limits.availableMemory == 14_000_000)
    }

    /// In a container without a namespace of its own the path is the host's, and the group is mounted at the root.
    @Test func theGroupAroundCounts() throws {
        var files = sixteen
        files["proc/self/cgroup"] = "0::/docker/1234\n"
        files["sys/fs/cgroup/cpu.max"] = "200000 100000\n"
        #expect(try machine(files).quotaCores == 2)
    }

    @Test func aQuotaOfVersion1IsRead() throws {
        var files = sixteen
        files["proc/self/cgroup"] = "4:memory:/box\n2:cpu,cpuacct:/box\n0::/\n"
        files["sys/fs/cgroup/cpu,cpuacct/box/cpu.cfs_quota_us"] = "150000\n"
        files["sys/fs/cgroup/cpu,cpuacct/box/cpu.cfs_period_us"] = "100000\n"
        files["sys/fs/cgroup/cpu,cpuacct/cpu.cfs_quota_us"] = "-1\n"
        files["sys/fs/cgroup/cpu,cpuacct/cpu.cfs_period_us"] = "100000\n"
        files["sys/fs/cgroup/memory/box/memory.limit_in_bytes"] = "9223372036854771712\n"
        let limits = try machine(files)
        #expect(limits.quotaCores == 1.5 && limits.usableCores == 1)
        #expect(limits.availableMemory == 51_200_000)
    }

    @Test func aMachineThatTellsNothingStillHasACore() throws {
        let limits = try machine([:])
        #expect(limits.totalCores >= 1 && limits.usableCores >= 1 && limits.availableMemory == nil)
    }
}
