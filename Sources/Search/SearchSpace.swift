/// All allowed values of a study: dimensions, ordered by name.
package struct SearchSpace: Hashable, Sendable {
    package let dimensions: [Dimension]

    /// How many points there are: nil where a dimension is a continuum, `Int.max` where there are more than that.
    package let count: Int?

    /// Nothing to choose: one trial covers it.
    package static let empty = SearchSpace()

    private init() {
        dimensions = []
        count = 1
    }

    /// Dimensions in any order, no two of one name.
    package init(_ dimensions: [Dimension]) throws(SearchError) {
        self.dimensions = dimensions.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
        for (one, next) in zip(self.dimensions, self.dimensions.dropFirst()) where one.name == next.name {
            throw .duplicateName(one.name)
        }
        count = dimensions.reduce(Optional(1)) { product, dimension in
            guard let product, let count = dimension.count else { return nil }
            let (result, isTooLarge) = product.multipliedReportingOverflow(by: count)
            return isTooLarge ? .max : result
        }
    }

    package subscript(name: String) -> Dimension? {
        dimensions.first { $0.name == name }
    }

    package var defaults: Parameters {
        Parameters(ordered: dimensions.map { Parameters.Entry(name: $0.name, value: $0.defaultValue) })
    }

    /// Whether each dimension has its value and nothing else is there.
    package func contains(_ parameters: Parameters) -> Bool {
        parameters.entries.count == dimensions.count
            && zip(dimensions, parameters.entries).allSatisfy { $0.name == $1.name && $0.contains($1.value) }
    }

    /// `base` with `changes` in place, each as its dimension holds it; for `--set`.
    package func admitting(
        _ changes: [String: ParameterValue], to base: Parameters
    ) throws(SearchError) -> Parameters {
        var admitted: [String: ParameterValue] = [:]
        // In a fixed order, so that of several faults always the same one is told.
        for (name, value) in changes.sorted(by: { $0.key < $1.key }) {
            guard let dimension = self[name] else {
                throw .unknownParameter(name, known: dimensions.map(\.name))
            }
            admitted[name] = try dimension.admitting(value)
        }
        return base.setting(admitted)
    }
}

// Points, numbered from 0 as nested loops over the dimensions would visit them: the last dimension fastest.
extension SearchSpace {
    /// The point `index` of a space that is no continuum.
    package func parameters(at index: Int) -> Parameters {
        guard let count else { preconditionFailure("a continuum has no numbered points") }
        precondition(index >= 0 && index < count, "the space has no point \(index)")
        var (rest, stride) = (index, count)
        var entries: [Parameters.Entry] = []
        entries.reserveCapacity(dimensions.count)
        for dimension in dimensions {
            stride /= dimension.count ?? 1
            let (place, below) = rest.quotientAndRemainder(dividingBy: stride)
            entries.append(Parameters.Entry(name: dimension.name, value: dimension.value(at: place)))
            rest = below
        }
        return Parameters(ordered: entries)
    }

    /// Which point `parameters` are; nil where they are none, or where points cannot be numbered.
    package func index(of parameters: Parameters) -> Int? {
        guard let count, count < .max, parameters.entries.count == dimensions.count else { return nil }
        var index = 0
        for (dimension, entry) in zip(dimensions, parameters.entries) {
            guard dimension.name == entry.name, let place = dimension.index(of: entry.value) else { return nil }
            index = index * (dimension.count ?? 1) + place
        }
        return index
    }
}
