extension Importer {
    /// Apache Arrow's file format, as pandas and freqtrade write it.
    static let feather = Importer(
        name: "feather", summary: "feather 2 (Apache Arrow) of pandas and freqtrade, plain, LZ4 or ZSTD",
        probe: { $0.starts(with: FeatherFile.magic) ? .certain : .none },
        read: { (source, options) throws(CandleError) in
            let bytes = Column(try source.whole(), filler: 0)
            let plan = try FeatherFile(bytes, file: source.name)
            var reader = try FeatherRowReader(plan, source: source, options: options)
            for index in 0..<plan.batchCount { try reader.read(try plan.batch(index)) }
            return try reader.finish(bad: options.bad)
        })
}
