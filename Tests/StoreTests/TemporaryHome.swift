import Foundation
import Store

/// A folder for one test, gone afterwards.
final class TemporaryHome {
    let url: URL

    init() {
        url = FileManager.default.temporaryDirectory.appending(path: "candela-\(UUID().uuidString)")
    }

    deinit {
        try? FileManager.default.removeItem(at: url)
    }

    var database: URL { url.appending(path: "candela.sqlite") }

    func open(
        _ access: ResultStore.Access = .readWrite, metrics: [String] = Sample.metrics
    ) throws -> ResultStore {
        try ResultStore(home: url, access: access, metrics: metrics)
    }
}
