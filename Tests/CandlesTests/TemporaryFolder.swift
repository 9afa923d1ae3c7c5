import Foundation

/// A folder for one test, gone when nobody holds it.
final class TemporaryFolder {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "candela-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(at: url)
    }

    /// A file that keeps its folder.
    struct File {
        let url: URL
        let folder: TemporaryFolder
    }

    func file(_ name: String, _ text: String) throws -> File { try file(name, Array(text.utf8)) }

    func file(_ name: String, _ bytes: [UInt8]) throws -> File {
        let file = url.appending(path: name)
        try Data(bytes).write(to: file)
        return File(url: file, folder: self)
    }
}
