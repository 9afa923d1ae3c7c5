import Foundation

/// What storing changed.
package enum StoreOutcome: Sendable, Equatable {
    /// The market is new.
    case created
    /// So many candles came to those stored.
    case extended(by: Int)
    /// All of these candles were stored already.
    case unchanged
}

extension CandleArchive {
    /// Keeps imported candles; a market that is stored already is extended.
    ///
    /// Candles of the same time must agree, else the first difference refuses the file. Killed at any moment, the old
    /// candles or the new ones are there, whole. What is damaged is never written over: it fails with `damaged`. Two programs that store at once wait for each other.
    @discardableResult
    package func store(_ imported: CandleImport) throws(CandleError) -> StoreOutcome {
        let market = try MarketName(symbol: imported.candles.symbol, timeframe: imported.candles.timeframe)
        let lock = try FolderLock(folder)
        defer { lock.release() }
        let target = file(of: market)
        let old: CandleFile
        do {
            old = try open(target.path, named: market.fileName)
        } catch .missing {
            try CandleFile.write(
                imported.candles, tick: imported.candles.close.tick, imports: [imported.report], to: target)
            return .created
        }
        let stored = try old.all()
        let merged = try CandleMerge(stored, imported.candles, file: imported.report.file)
        guard merged.added > 0 else { return .unchanged }
        try CandleFile.write(
            merged.candles, tick: merged.candles.close.tick, imports: try old.imports() + [imported.report],
            to: target)
        return .extended(by: merged.added)
    }
}

/// One writer at a time in a folder; the system lets go of it when the process ends, however it ends.
private struct FolderLock {
    private let descriptor: Int32

    /// Makes the folder where there is none, waits for other writers, and removes what killed ones left.
    init(_ folder: URL) throws(CandleError) {
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        } catch {
            throw .unwritable(file: folder.path, reason: "the folder cannot be made")
        }
        let file = folder.appending(path: ".lock")
        descriptor = unsafe open(file.path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw CandleError.writing(folder) }
        while flock(descriptor, LOCK_EX) != 0 {
            guard errno == EINTR else {
                let error = CandleError.writing(folder)
                close(descriptor)
                throw error
            }
        }
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        for name in names where name.hasPrefix(".") && name.hasSuffix(ReplacedFile.suffix) {
            unsafe unlink(folder.appending(path: name).path)
        }
    }

    func release() {
        close(descriptor)
    }
}
