import GRDB

extension ResultStore {
    /// All stored queries by name, those that come with Candela among them.
    package func queries() throws(StoreError) -> [StoredQuery] {
        let saved = try read { db in
            try Row.fetchAll(db, sql: "SELECT * FROM stored_queries WHERE NOT is_shipped").map(StoredQuery.init)
        }
        let names = Set(saved.map(\.name))
        // A query saved before Candela came to ship one of that name stays the user's.
        return (saved + QueryCatalog.all(metrics: metrics).filter { !names.contains($0.name) })
            .sorted { $0.name < $1.name }
    }

    /// The query of this name; `noSuchQuery` names those there are.
    package func query(named name: String) throws(StoreError) -> StoredQuery {
        let queries = try queries()
        guard let query = queries.first(where: { $0.name == name }) else {
            throw .noSuchQuery(name, known: queries.map(\.name))
        }
        return query
    }

    /// Keeps a query, in place of an earlier one of the same name. What could not run is refused.
    package func save(_ query: StoredQuery) throws(StoreError) {
        // These words follow `candela query` with another meaning.
        guard QueryParameter.isUsable(query.name), !["list", "show", "run", "save", "remove"].contains(query.name)
        else {
            throw .unusableName(query.name)
        }
        if try queries().contains(where: { $0.name == query.name && $0.isShipped }) { throw .shippedQuery(query.name) }
        let declared = query.parameters.map(\.name)
        let named = try onReadOnlyConnection { queue in
            try QueryRun(name: query.name, sql: query.sql, limits: .standard).parameterNames(on: queue)
        }
        if let name = named.first(where: { !declared.contains($0) }) {
            throw .unknownParameter(name, query: query.name, known: declared)
        }
        try write { try query.write(to: $0) }
    }

    /// Forgets a query of a user.
    package func removeQuery(named name: String) throws(StoreError) {
        if try query(named: name).isShipped { throw .shippedQuery(name) }
        try write { try $0.execute(sql: "DELETE FROM stored_queries WHERE name = ?", arguments: [name]) }
    }

    /// Runs a query; `values` by the names of its parameters, each as its type or as text that reads as such.
    package func run(
        _ query: StoredQuery, values: [String: QueryValue] = [:], limits: QueryLimits = .standard
    ) throws(StoreError) -> QueryResult {
        if let name = values.keys.sorted().first(where: { name in !query.parameters.contains { $0.name == name } }) {
            throw .unknownParameter(name, query: query.name, known: query.parameters.map(\.name))
        }
        var bound: [String: QueryValue] = [:]
        for parameter in query.parameters {
            bound[parameter.name] = try value(of: parameter, given: values[parameter.name], query: query.name)
        }
        return try onReadOnlyConnection { queue in
            try QueryRun(name: query.name, sql: query.sql, limits: limits).answer(on: queue) { names in
                bound.filter { names.contains($0.key) }
            }
        }
    }

    /// Runs SQL as it is typed. A text that reads as a number is one; a parameter `study` is a study.
    package func run(
        sql: String, values: [String: QueryValue] = [:], limits: QueryLimits = .standard
    ) throws(StoreError) -> QueryResult {
        let title = "query"
        return try onReadOnlyConnection { queue in
            try QueryRun(name: title, sql: sql, limits: limits).answer(on: queue) { names in
                if let name = values.keys.sorted().first(where: { !names.contains($0) }) {
                    throw StoreError.unknownParameter(name, query: title, known: names)
                }
                return try Dictionary(
                    uniqueKeysWithValues: names.map { name in
                        guard let given = values[name] else {
                            throw StoreError.missingParameter(name, query: title, expected: "a value")
                        }
                        let study = QueryParameter(name, .study)
                        return (
                            name, name == "study" ? try value(of: study, given: given, query: title) : given.asTyped
                        )
                    })
            }
        }
    }

    private func value(
        of parameter: QueryParameter, given: QueryValue?, query: String
    ) throws(StoreError) -> QueryValue {
        guard let value = given ?? parameter.defaultValue else {
            throw .missingParameter(parameter.name, query: query, expected: parameter.kind.expectation)
        }
        guard let converted = parameter.converted(value) else {
            throw .mistypedParameter(
                parameter.name, query: query, value: value.description, expected: parameter.kind.expectation)
        }
        return parameter.kind == .study ? .integer(try study(converted.description).id) : converted
    }
}

extension QueryValue {
    fileprivate var asTyped: QueryValue {
        guard case .text(let text) = self else { return self }
        if let integer = Int64(text) { return .integer(integer) }
        if let real = Double(text), real.isFinite { return .real(real) }
        return self
    }
}
