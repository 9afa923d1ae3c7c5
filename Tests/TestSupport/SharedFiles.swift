import Foundation

/// Files beside the project that tests compare with and that are no part of it: real candles, golden values.
package enum SharedFiles {
    /// The folder `shared` beside the checkout; nil where there is none, and tests that need it are skipped.
    package static let folder: URL? = {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let folder = root.deletingLastPathComponent().appending(path: "shared")
        return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
    }()

    package static var arePresent: Bool { folder != nil }
}
