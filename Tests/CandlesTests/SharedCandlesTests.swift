import Candles
import Foundation
import TestSupport
import Testing

/// Every real file beside the project, read, exported and stored.
@Suite(.enabled(if: SharedFiles.arePresent, "the folder shared is not beside the checkout"))
struct SharedCandlesTests {
    static let files: [URL] = {
        guard let folder = SharedFiles.folder?.appending(path: "data/csv") else { return [] }
        let files = try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        return (files ?? []).filter { $0.pathExtension == "csv" }.sorted { $0.path < $1.path }
    }()

    @Test(arguments: files)
    func everyLineIsACandleOrCountedAsDropped(file: URL) throws {
        let text = try String(contentsOf: file, encoding: .utf8)
        let lines = text.split(separator: "\n").count
        let imported = try CandleImport.read(file)
        #expect(imported.report.rowsRead == lines - 1)
        #expect(imported.candles.count == lines - 1 - imported.report.equalDuplicates)
        #expect(imported.report.differentDuplicates == 0)
        #expect(imported.report.conclusions.count == 3)
        if imported.report.equalDuplicates == 0 { #expect(imported.candles.csv() == text) }
    }
}
