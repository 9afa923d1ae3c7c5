import Foundation

import Candles

/// What the fuzzer calls with each input: an import of it, which may fail with an error and in no other way.
///
/// `CANDELA_FUZZ_FORMAT` names the importer; without it they choose by the content, through containers, too.
@_cdecl("LLVMFuzzerTestOneInput")
public func importOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    guard let start = unsafe start, count > 0 else { return 0 }
    let written = unsafe pwrite(Target.descriptor, start, count, 0)
    precondition(written == count && ftruncate(Target.descriptor, count) == 0, "the input cannot be written")
    do {
        let imported = try CandleImport.read(Target.file, options: Target.options)
        precondition(imported.candles.count == imported.report.candles && imported.candles.count > 0)
        // What was taken must be what a candle is.
        let check = CandleCheck(imported.candles)
        precondition(check.impossible.isEmpty && check.outOfOrder.isEmpty, "an impossible candle was imported")
    } catch {
        let text = "\(error)"
        precondition(!text.contains("\n") && text.utf8.count < 16_384, "an error is more than a sentence")
    }
    return 0
}

/// A file in memory that holds the input.
private enum Target {
    static let file: URL = {
        let folder = URL(filePath: "/dev/shm/candela-fuzz-\(getpid())")
        try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return folder.appending(path: "BTC_USDT-5m.csv")
    }()
    static let descriptor: Int32 = unsafe open(file.path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    static let options: ImportOptions = {
        var options = ImportOptions()
        options.format = ProcessInfo.processInfo.environment["CANDELA_FUZZ_FORMAT"]
        return options
    }()
}
