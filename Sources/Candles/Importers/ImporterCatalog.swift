/// Every importer.
package enum ImporterCatalog {
    package static let all: [Importer] = [.csv, .json, .feather]

    /// The importer that `options` name, or the one that knows the start of the file best.
    static func importer(for source: SourceFile, _ options: ImportOptions) throws(CandleError) -> Importer {
        if let name = options.format, name != "auto" {
            guard let importer = all.first(where: { $0.name == name }) else {
                throw .unknownFormat(name, known: all.map(\.name))
            }
            return importer
        }
        let likeness = all.map { ($0, $0.probe(source.head)) }.max { $0.1 < $1.1 }
        guard let (importer, found) = likeness, found > .none else {
            throw .foreign(
                file: source.name, what: ForeignContent.name(of: source.head) ?? "is nothing that is known",
                expected: "candles in one of the formats \(all.map(\.name).joined(separator: ", "))")
        }
        return importer
    }
}
