import Synchronization

/// The candle files that this process has opened last: asked for again, one is there with the blocks it has checked.
///
/// A file that was replaced or changed meanwhile is opened anew.
final class OpenCandleFiles: Sendable {
    static let shared = OpenCandleFiles()
    /// Enough for the markets of a backtest; an open file costs addresses, not memory.
    private static let most = 16

    /// Newest last.
    private let files = Mutex<[CandleFile]>([])

    func file(at path: String) throws(CandleError) -> CandleFile {
        let identity = FileIdentity(path)
        if let known = files.withLock({ $0.last { $0.path == path } }), known.identity == identity { return known }
        forget(path)
        let file = try CandleFile(path: path)
        files.withLock { files in
            if files.count == Self.most { files.removeFirst() }
            files.append(file)
        }
        return file
    }

    /// Lets go of a file that is to be removed, so that its space is free once nobody reads it.
    func forget(_ path: String) {
        files.withLock { $0.removeAll { $0.path == path } }
    }
}
