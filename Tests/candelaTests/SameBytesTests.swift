import Testing

/// What must be the same bytes everywhere.
@Suite struct SameBytesTests {
    /// With and without the processor's fused multiply-add and wide vectors, on which glibc's functions differ.
    @Test(arguments: [("5m", 1), ("1s", 2), ("1d", 3), ("1M", 4)])
    func madeCandlesAreTheSameOnEveryProcessor(timeframe: String, seed: Int) throws {
        let scratch = try ScratchFolder()
        defer { scratch.remove() }
        let made = "candela synth --symbol S --timeframe \(timeframe) --candles 2000 --seed \(seed)"
        let shown = "candela candles export S \(timeframe) - | sha256sum; sha256sum < home/candles/*.candles"
        let here = try scratch.type("\(made) >/dev/null; \(shown)")
        let there = try scratch.type(
            "rm -r home; export GLIBC_TUNABLES=glibc.cpu.hwcaps=-FMA,-AVX2; \(made) >/dev/null; \(shown)")
        #expect(here.output.count == 2 && here.output == there.output)
    }

    /// What is exported imports to the same candles, and those export to the same bytes.
    @Test(arguments: ["1s", "5m", "1h", "1d", "1w", "1M"])
    func whatIsExportedImportsToTheSameBytes(timeframe: String) throws {
        let scratch = try ScratchFolder()
        defer { scratch.remove() }
        let hash =
            "candela candles show --format csv S \(timeframe) | tr ',' '\\n' | grep -E '^[0-9a-f]{64}$' | head -n 1"
        let first = try scratch.type(
            """
            candela synth --symbol S --timeframe \(timeframe) --candles 500 >/dev/null; \(hash)
            candela candles export S \(timeframe) a.csv >/dev/null; sha256sum < a.csv
            """)
        let second = try scratch.type(
            """
            rm -r home; candela import a.csv --symbol S --timeframe \(timeframe) >/dev/null; \(hash)
            candela candles export S \(timeframe) - | sha256sum
            """)
        #expect(first.output.count == 2 && first.output == second.output)
    }
}
