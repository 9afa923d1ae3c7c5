import Foundation

/// The limits of the control group this process is in, and of those around it: the tightest counts.
///
/// Version 2 (`cpu.max`, `memory.max`) and version 1 (`cpu.cfs_quota_us`, `memory.limit_in_bytes`), also both at once.
struct ControlGroup {
    private let root: String
    /// Controllers and path, from `/proc/self/cgroup`; version 2 has no controllers there.
    private let memberships: [(controllers: [Substring], path: Substring)]

    init(root: String) {
        self.root = root
        let text = (try? String(contentsOfFile: root + "/proc/self/cgroup", encoding: .utf8)) ?? ""
        memberships = text.split(separator: "\n").compactMap { line in
            let fields = line.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
            return fields.count == 3 ? (fields[1].split(separator: ","), fields[2]) : nil
        }
    }

    /// Cores worth of time; nil where nothing limits it.
    var quotaCores: Double? {
        folders(of: "cpu").compactMap { folder in
            if let words = read(folder, "cpu.max")?.split(separator: " "), words.count == 2 {
                return ratio(words[0], words[1])
            }
            return ratio(read(folder, "cpu.cfs_quota_us"), read(folder, "cpu.cfs_period_us"))
        }.min()
    }

    /// Bytes below the limit, what is only cached counted as free; nil where nothing limits it.
    var availableMemory: Int? {
        folders(of: "memory").compactMap { folder in
            guard let limit = Int(read(folder, "memory.max") ?? read(folder, "memory.limit_in_bytes") ?? "") else {
                return nil
            }
            let used = Int(read(folder, "memory.current") ?? read(folder, "memory.usage_in_bytes") ?? "") ?? 0
            return max(0, limit - max(0, used - cached(folder)))
        }.min()
    }

    private func ratio(_ quota: (some StringProtocol)?, _ period: (some StringProtocol)?) -> Double? {
        // "max" and -1 stand for no limit.
        guard let quota = quota.flatMap({ Double($0) }), let period = period.flatMap({ Double($0) }) else { return nil }
        return quota > 0 && period > 0 ? quota / period : nil
    }

    /// File pages that the kernel gives back when memory runs short.
    private func cached(_ folder: String) -> Int {
        let lines = (read(folder, "memory.stat") ?? "").split(separator: "\n").map { $0.split(separator: " ") }
        let line = ["total_inactive_file", "inactive_file"].compactMap { name in lines.first { $0.first == name[...] } }
        return line.first.flatMap { $0.count > 1 ? Int($0[1]) : nil } ?? 0
    }

    /// Folders of this group and all around it, for one controller. In a container the path may be that of the host,
    /// of which only the root is to be seen; folders that do not exist simply answer nothing.
    private func folders(of controller: String) -> [String] {
        memberships.flatMap { controllers, path -> [String] in
            let mounts: [String]
            if controllers.isEmpty {
                mounts = ["/sys/fs/cgroup", "/sys/fs/cgroup/unified"]
            } else if controllers.contains(controller[...]) {
                mounts = ["/sys/fs/cgroup/" + controllers.joined(separator: ","), "/sys/fs/cgroup/" + controller]
            } else {
                return []
            }
            let parts = path.split(separator: "/")
            let paths = (0...parts.count).map { parts.prefix($0).map { "/" + $0 }.joined() }
            return mounts.flatMap { mount in paths.map { root + mount + $0 } }
        }
    }

    private func read(_ folder: String, _ file: String) -> String? {
        guard let text = try? String(contentsOfFile: folder + "/" + file, encoding: .utf8) else { return nil }
        return text.trimmingCharacters(in: .whitespacesAndNewlines)
    }
}
