import Candles
import Console
import Foundation

/// The import of one file as a person sees it: its progress is shown, and Ctrl-C ends it at once.
///
/// Wherever it is then, the old candles or the new ones are stored, whole; the sentence says which.
enum WatchedImport {
    static func run<Result>(
        _ file: String, isQuiet: Bool, _ work: (ImportProgress) throws -> Result
    ) rethrows -> Result {
        let progress = ImportProgress()
        let placedBefore = UnfinishedFiles.placed
        let shown = LiveProgress(isQuiet: isQuiet) { ProgressText.Value(file, progress) }
        let watch = Interrupt.watch { cause in
            let isStored = UnfinishedFiles.abandon() > placedBefore
            shown.finish()
            Output.note([
                isStored
                    ? "interrupted: \(file) is stored"
                    : "interrupted: nothing of \(file) was stored, the candles are as they were"
            ])
            _exit(cause.exitCode)
        }
        defer {
            shown.finish()
            watch.end()
        }
        return try work(progress)
    }
}
