/// All samplers, by name.
package enum SamplerCatalog {
    package struct Entry: Sendable {
        /// What users type.
        package let name: String
        /// What it does, in one line.
        package let title: String
        package let make: @Sendable (StudySettings) throws(SearchError) -> any Sampler
    }

    package static let all: [Entry] = [.grid, .random]

    package static func named(_ name: String) throws(SearchError) -> Entry {
        guard let entry = all.first(where: { $0.name == name }) else {
            throw .unknownSampler(name, known: all.map(\.name))
        }
        return entry
    }
}
