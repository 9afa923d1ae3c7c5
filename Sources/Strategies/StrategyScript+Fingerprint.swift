import Candles

extension StrategyScript {
    /// 64 hexadecimal digits that change with the script's text or that of a module it requires, and with nothing else.
    package var fingerprint: String {
        var hash = SHA256()
        for part in [text] + modules.sorted(by: { $0.name < $1.name }).flatMap({ [$0.name, $0.text] }) {
            // The length before each part keeps two parts from reading as one.
            unsafe hash.update(Array("\(part.utf8.count):\(part)".utf8).span.bytes)
        }
        return SHA256.text(hash.finish())
    }
}
