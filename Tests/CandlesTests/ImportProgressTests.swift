import Foundation
import TestSupport
import Testing

@testable import Candles

@Suite struct ImportProgressTests {
    @Test func aPlainFileEndsWithAllOfItsBytesRead() throws {
        let text = RandomCandles.series(count: 20_000).csv()
        let file = try TemporaryFolder().file("TEST-5m.csv", text)
        let progress = ImportProgress()
        #expect(progress.read == 0 && progress.total == nil)
        _ = try CandleImport.read(file.url, progress: progress)
        #expect(progress.read == text.utf8.count && progress.total == text.utf8.count)
    }

    @Test func whatHoldsMoreThanItSaidHasNoTotal() {
        let progress = ImportProgress()
        progress.begin(total: 100)
        progress.add(60)
        #expect(progress.total == 100)
        progress.add(60)
        #expect(progress.read == 120 && progress.total == nil)
    }
}
