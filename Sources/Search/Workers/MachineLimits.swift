import Foundation

/// What a machine has and how much of it this process may use.
package struct MachineLimits: Hashable, Sendable {
    /// Cores that are switched on.
    package var totalCores: Int
    /// Cores the process is bound to (`taskset`, a container's cpuset).
    package var affinityCores: Int
    /// Cores worth of time that the control group grants; 1.5 is possible.
    package var quotaCores: Double?
    /// Bytes that can be taken without swapping and within the control group; nil where unknown.
    package var availableMemory: Int?

    package init(
        totalCores: Int, affinityCores: Int? = nil, quotaCores: Double? = nil, availableMemory: Int? = nil
    ) {
        self.totalCores = totalCores
        self.affinityCores = affinityCores ?? totalCores
        self.quotaCores = quotaCores
        self.availableMemory = availableMemory
    }

    /// Whole cores, at least one: a quota of 3.5 cores counts as 3.
    package var usableCores: Int {
        let quota = quotaCores.map { Int(min($0, Double(totalCores))) } ?? totalCores
        return max(1, min(totalCores, affinityCores, quota))
    }

    /// What keeps cores from this process; nil where nothing does.
    var reason: String? {
        if usableCores >= totalCores { return nil }
        return usableCores < affinityCores ? "the container's quota" : "the processor affinity"
    }

    /// This machine. `root` is put before `/proc` and `/sys`.
    package static func current(root: String = "") -> MachineLimits {
        let online = cores(listed: text(root + "/sys/devices/system/cpu/online"))
        let total = online ?? max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
        let group = ControlGroup(root: root)
        return MachineLimits(
            totalCores: total,
            affinityCores: cores(listed: field("Cpus_allowed_list:", of: text(root + "/proc/self/status"))),
            quotaCores: group.quotaCores,
            availableMemory: [freeMemory(root), group.availableMemory].compactMap(\.self).min())
    }

    /// What the kernel thinks can be had without swapping.
    private static func freeMemory(_ root: String) -> Int? {
        field("MemAvailable:", of: text(root + "/proc/meminfo"))?.split(separator: " ").first
            .flatMap { Int($0) }.map { $0 * 1024 }
    }

    /// How many numbers a list like `0-3,8` names; nil where it is none.
    private static func cores(listed list: String?) -> Int? {
        var count = 0
        for range in list?.trimmingCharacters(in: .whitespacesAndNewlines).split(separator: ",") ?? [] {
            let bounds = range.split(separator: "-").map { Int($0) }
            guard let first = bounds.first ?? nil, let last = bounds.last ?? nil, last >= first else { return nil }
            count += last - first + 1
        }
        return count > 0 ? count : nil
    }

    private static func text(_ path: String) -> String? {
        try? String(contentsOfFile: path, encoding: .utf8)
    }

    private static func field(_ name: String, of text: String?) -> String? {
        let line = text?.split(separator: "\n").first { $0.hasPrefix(name) }
        return line?.dropFirst(name.count).trimmingCharacters(in: .whitespacesAndNewlines)
    }
}
