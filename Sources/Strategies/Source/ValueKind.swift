import Lua

/// What kind of value stands somewhere in a script, as far as its text tells.
indirect enum ValueKind {
    case unknown
    case `nil`
    /// A number, a text, true or false: no column.
    case plain
    /// An object of Candela's: a series, a mask, candles.
    case object(LuaType)
    /// What is inside, or nothing. One that a function of the script was given may be left out in another call.
    case optional(ValueKind, isGiven: Bool)
    case table(TableKind)
    case function(FunctionKind)
    case library(LuaLibrary)
    case libraryFunction(LuaFunction)

    static var series: ValueKind { .object(LuaSeries.luaType) }
    static var mask: ValueKind { .object(LuaMask.luaType) }

    /// A table of the script's.
    final class TableKind {
        var fields: [String: ValueKind] = [:]
        /// What is under keys that are not written out.
        var elements: ValueKind?
    }

    /// A function of the script's.
    final class FunctionKind {
        let body: LuaFunctionBody
        let scope: ColumnCheck.Scope
        let source: ColumnCheck.Source

        init(_ body: LuaFunctionBody, _ scope: ColumnCheck.Scope, _ source: ColumnCheck.Source) {
            self.body = body
            self.scope = scope
            self.source = source
        }
    }

    /// From the type of a signature: `series`, `number?`.
    init(type: String?) {
        guard let type, !type.contains("|") else {
            self = .unknown
            return
        }
        let word = type.hasSuffix("?") ? String(type.dropLast()) : type
        let kind: ValueKind
        if let object = LibraryCatalog.types.first(where: { $0.word == word }) {
            kind = .object(object)
        } else {
            kind = ["number", "integer", "string", "boolean"].contains(word) ? .plain : .unknown
        }
        self = word == type ? kind : .optional(kind, isGiven: false)
    }

    /// Of a value that is one or the other.
    func joined(with other: ValueKind) -> ValueKind {
        switch (self, other) {
        case (.nil, .nil): .nil
        case (.plain, .plain): .plain
        case (.object(let left), .object(let right)) where left === right: self
        case (.table(let left), .table(let right)) where left === right: self
        case (.function(let left), .function(let right)) where left.body === right.body: self
        case (.optional(let left, let isGiven), .optional(let right, let isGivenToo)):
            .optional(left.joined(with: right), isGiven: isGiven || isGivenToo)
        case (.optional(let inner, let isGiven), .nil): .optional(inner, isGiven: isGiven)
        case (.optional(let inner, let isGiven), _): .optional(inner.joined(with: other), isGiven: isGiven)
        case (_, .optional), (.nil, _): other.joined(with: self)
        case (_, .nil): .optional(self, isGiven: false)
        default: .unknown
        }
    }

    /// Without what may be nothing.
    var present: ValueKind {
        if case .optional(let inner, _) = self { inner.present } else { self }
    }

    /// A series or mask for sure, the type of it.
    var column: LuaType? {
        if case .object(let type) = self, type === LuaSeries.luaType || type === LuaMask.luaType { type } else { nil }
    }

    var isGiven: Bool {
        if case .optional(_, isGiven: true) = self { true } else { false }
    }

    var isNil: Bool {
        if case .nil = self { true } else { false }
    }
}
