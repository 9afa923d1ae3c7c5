import Foundation

/// Where a benchmark puts its files; emptied when it is done. `TMPDIR` says on which disk.
enum Scratch {
    private static let all = FileManager.default.temporaryDirectory.appending(path: "benchmark-\(getpid())")

    /// A new folder, empty.
    static func makeFolder() throws -> URL {
        let folder = all.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return folder
    }

    static func remove() {
        try? FileManager.default.removeItem(at: all)
    }
}
