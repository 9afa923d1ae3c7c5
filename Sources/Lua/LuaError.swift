/// Why a script could not be compiled or did not end well.
package enum LuaError: Error, Sendable {
    /// The text is no Lua; `isIncomplete` when more lines could still make it so.
    case syntax(LuaFault, isIncomplete: Bool)

    /// The script, or a function it called wrongly, raised an error.
    case runtime(LuaFault)

    /// A Swift function that the script called threw.
    case thrown(any Error, LuaFault)

    /// The script used up what it may, or was stopped.
    case limit(LuaLimit, LuaFault)

    package var fault: LuaFault {
        switch self {
        case .syntax(let fault, _), .runtime(let fault), .thrown(_, let fault), .limit(_, let fault): fault
        }
    }

    package var isIncomplete: Bool {
        if case .syntax(_, isIncomplete: true) = self { true } else { false }
    }

    package var limit: LuaLimit? {
        if case .limit(let limit, _) = self { limit } else { nil }
    }
}

extension LuaError: CustomStringConvertible {
    package var description: String { fault.description }
}

/// What a script ran into.
package enum LuaLimit: String, Sendable, Equatable {
    case timeout, stopped, memory, depth
}

/// What went wrong in a script, and where.
package struct LuaFault: Sendable, Equatable {
    /// The script's name as given, or its last part when that is long; nil when no line of Lua is to blame.
    package var script: String?
    package var line: Int?

    /// Without the position; no control characters, at most 4 KiB.
    package var message: String

    /// Lua frames only, the innermost first: `x.lua:14: in signals`.
    package var traceback: [String]

    package init(script: String? = nil, line: Int? = nil, message: String, traceback: [String] = []) {
        self.script = script
        self.line = line
        self.message = message
        self.traceback = traceback
    }
}

extension LuaFault: CustomStringConvertible {
    package var description: String {
        guard let script else { return message }
        guard let line else { return "\(script): \(message)" }
        return "\(script):\(line): \(message)"
    }
}

extension LuaFault {
    /// Reads the position that Lua writes before a message, else takes that of the innermost frame. One in a file that
    /// was not running is the script's own invention.
    init(text: String, traceback: [String]) {
        let clean = LuaFault.printable(text)
        if let (script, line, rest) = LuaFault.position(of: clean),
            traceback.isEmpty || traceback.contains(where: { $0.hasPrefix(script + ":") })
        {
            self.init(script: script, line: line, message: rest, traceback: traceback)
        } else if let first = traceback.first, let (script, line, _) = LuaFault.position(of: first) {
            self.init(script: script, line: line, message: clean, traceback: traceback)
        } else {
            self.init(message: clean, traceback: traceback)
        }
    }

    /// Splits `name:12: message`.
    private static func position(of text: String) -> (String, Int, String)? {
        let bytes = Array(text.utf8.prefix(512))
        var start = 0
        while let colon = bytes[start...].firstIndex(of: UInt8(ascii: ":")) {
            let digits = bytes[(colon + 1)...].prefix { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
            let end = digits.endIndex
            if colon > 0, !digits.isEmpty, digits.count < 10, end + 1 < bytes.count,
                bytes[end] == UInt8(ascii: ":"), bytes[end + 1] == UInt8(ascii: " "),
                let line = Int(String(decoding: digits, as: UTF8.self))
            {
                let rest = text.utf8.dropFirst(end + 2)
                return (String(decoding: bytes[..<colon], as: UTF8.self), line, String(decoding: rest, as: UTF8.self))
            }
            start = colon + 1
        }
        return nil
    }

    /// Text that is safe on a terminal: control characters escaped, cut to 4 KiB.
    package static func printable(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        var size = 0
        for scalar in text.unicodeScalars {
            size += UTF8.width(scalar)
            if size > 4096 - 3 {
                result.append("…")
                break
            }
            switch scalar.properties.generalCategory {
            case .control where scalar != "\n" && scalar != "\t", .format, .lineSeparator, .paragraphSeparator:
                let escape = "\\u{" + String(scalar.value, radix: 16) + "}"
                size += escape.utf8.count
                result.append(contentsOf: escape.unicodeScalars)
            default: result.append(scalar)
            }
        }
        return String(result)
    }
}
