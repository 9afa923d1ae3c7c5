import Candles

/// A list of objects, one a line, keys in the order of the columns. RFC 8259.
///
/// Numbers are in full, fractions as fractions; undefined and infinite ones, which JSON has no word for, are null.
enum JSONText {
    static func text(_ table: TextTable) -> String {
        if table.rows.isEmpty { return "[]\n" }
        let keys = uniqueKeys(table.columns.map(\.name)).map(string)
        let objects = table.rows.map { row in
            "{" + zip(keys, row).map { $0 + ":" + cell($1) }.joined(separator: ",") + "}"
        }
        return "[\n" + objects.joined(separator: ",\n") + "\n]\n"
    }

    static func cell(_ cell: TextCell) -> String {
        switch cell {
        case .none: "null"
        case .integer(let value): String(value)
        case .real(let value): value.isFinite ? value.description : "null"
        case .boolean(let value): value ? "true" : "false"
        case .time(let time): string(TimeText.iso(time))
        case .text(let text): string(text)
        }
    }

    /// In quotes. Control characters are escaped, also those that JSON would allow: the text may go to a terminal.
    static func string(_ text: String) -> String {
        var out = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": out += "\\\""
            case "\\": out += "\\\\"
            case "\n": out += "\\n"
            case "\r": out += "\\r"
            case "\t": out += "\\t"
            case let scalar where InertText.isInert(scalar): out.unicodeScalars.append(scalar)
            default: for unit in String(scalar).utf16 { out += escape(unit) }
            }
        }
        return out + "\""
    }

    private static func escape(_ unit: UInt16) -> String {
        let hex = String(unit, radix: 16)
        return "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
    }

    /// A name that came before gets a number, since a second equal key would hide the first.
    private static func uniqueKeys(_ names: [String]) -> [String] {
        var seen: Set<String> = []
        return names.map { name in
            var key = name
            var number = 2
            while !seen.insert(key).inserted {
                key = name + "_\(number)"
                number += 1
            }
            return key
        }
    }
}
