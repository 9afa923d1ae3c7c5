import Candles
import Console

extension ProgressText.Value {
    /// How far the import of a file is at this moment, in megabytes of its text.
    init(_ file: String, _ progress: ImportProgress) {
        let (read, total, elapsed) = (progress.read, progress.total, progress.elapsed)
        let seconds = elapsed / .seconds(1)
        let isRead = total == read
        self.init(
            name: isRead ? "\(file): checking and storing" : file, done: Self.megabytes(read),
            total: total.map(Self.megabytes), unit: "MB", elapsed: elapsed,
            rate: isRead || read == 0 || seconds <= 0 ? nil : Double(read) / 1e6 / seconds,
            remaining: isRead || read == 0 ? nil : total.map { elapsed * (Double($0 - read) / Double(read)) })
    }

    /// Rounded up: a small file has one.
    private static func megabytes(_ bytes: Int) -> Int { (bytes + 999_999) / 1_000_000 }
}
