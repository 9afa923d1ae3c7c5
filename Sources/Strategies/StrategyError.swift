import Lua
import Search

/// What can be wrong with a strategy.
///
/// `description` is one sentence: where, what is wrong, what would be right.
package enum StrategyError: Error, Sendable {
    /// There is no such file.
    case missing(path: String)
    /// The system refuses to read it.
    case unreadable(path: String, reason: String)
    /// More text than a script may have.
    case tooLong(path: String, bytes: Int)
    /// No UTF-8.
    case notText(path: String)
    /// No script of this name on the shelf.
    case notOnShelf(name: String, nearest: String?, folders: [String])

    /// A name for `require` that is not words with dots between.
    case moduleNotAName(String)
    /// A module whose file is a link out of the shelf.
    case moduleOutsideShelf(name: String, path: String)
    /// No module of this name on the shelf.
    case moduleMissing(name: String, folders: [String])

    /// It is no Lua, raised an error, or ran into a limit.
    case script(LuaError)
    /// What the script returns is no table.
    case notATable(ScriptPlace, got: String)
    /// The table has neither `signals` nor `on_candle`.
    case noSignals(ScriptPlace)
    /// A key that means nothing.
    case unknownKey(ScriptPlace, key: String, known: [String])
    /// A value that its key cannot hold.
    case wrongValue(ScriptPlace, key: String, expected: String, got: String)
    /// A column that has not one value for each candle.
    case wrongLength(ScriptPlace, key: String, count: Int, candles: Int)
    /// A dimension that cannot be one.
    case badSpace(ScriptPlace, SearchError)
    /// `where` refuses the defaults.
    case defaultsRefused(ScriptPlace, Parameters)

    /// How a program should end that meets this error and cannot go on.
    package enum Kind: Sendable {
        case missing, inputOutput, faulty, limit, stopped
    }

    package var kind: Kind {
        switch self {
        case .missing, .notOnShelf: .missing
        case .unreadable: .inputOutput
        case .script(let error):
            switch error.limit {
            case .timeout, .memory: .limit
            case .stopped: .stopped
            case .depth, nil: .faulty
            }
        default: .faulty
        }
    }

    /// Ended by the clock or from outside, so another run may end otherwise.
    package var isTimed: Bool {
        if case .script(let error) = self { error.limit == .timeout || error.limit == .stopped } else { false }
    }

    /// Why a trial failed: the description, after the name of the limit where it ran into one, as in `timeout: `.
    package var reason: String {
        if case .script(let error) = self, let limit = error.limit {
            "\(limit.rawValue): \(description)"
        } else {
            description
        }
    }

    /// Lua frames only, the innermost first.
    package var traceback: [String] {
        if case .script(let error) = self { error.fault.traceback } else { [] }
    }

    /// Runs `body` and turns what it throws into a `StrategyError` that names the script.
    static func from<Value>(_ script: StrategyScript, _ body: () throws -> Value) throws(StrategyError) -> Value {
        do {
            return try body()
        } catch let error as StrategyError {
            throw error
        } catch let error as LuaError {
            throw .script(error.naming(script.path))
        } catch {
            preconditionFailure("an interpreter throws LuaError only, not \(error)")
        }
    }
}

/// A script, and the line in it that is to blame.
package struct ScriptPlace: Hashable, Sendable, CustomStringConvertible {
    package let path: String
    package let line: Int?

    package var description: String { line.map { "\(path):\($0)" } ?? path }
}

extension StrategyError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .missing(let path):
            "\(path): there is no such file"
        case .unreadable(let path, let reason):
            "\(path): cannot be read, \(reason)"
        case .tooLong(let path, let bytes):
            "\(path): has \(bytes) bytes, a script may have \(StrategyShelf.textLimit)"
        case .notText(let path):
            "\(path): is no text in UTF-8"
        case .notOnShelf(let name, let nearest, let folders):
            "there is no strategy \(name) in \(folders.joined(separator: " or "))"
                + (nearest.map { "; did you mean \($0)?" } ?? "; give its path, or put \(name).lua there")
        case .moduleNotAName(let name):
            "the module name \"\(name)\" must be words with dots between, as in \"shared.regime\""
        case .moduleOutsideShelf(let name, let path):
            "the module \(name) is a link out of the shelf (\(path)); put the file itself there"
        case .moduleMissing(let name, let folders):
            "there is no module \(name) in \(folders.joined(separator: " or "))"
        case .script(let error):
            error.description
        case .notATable(let place, let got):
            "\(place): a strategy returns one table with name, space and signals, this one returns \(got)"
        case .noSignals(let place):
            "\(place): the strategy has neither signals nor on_candle; give it signals = function(candles, p) … end"
        case .unknownKey(let place, let key, let known):
            "\(place): \(key) means nothing here"
                + (Spelling.nearest(to: key, in: known).map { "; did you mean \($0)?" }
                    ?? "; known are \(known.joined(separator: ", "))")
        case .wrongValue(let place, let key, let expected, let got):
            "\(place): \(key) must be \(expected), got \(got)"
        case .wrongLength(let place, let key, let count, let candles):
            "\(place): \(key) has \(count) values, expected \(candles) (one for each candle)"
        case .badSpace(let place, let error):
            "\(place): \(error)"
        case .defaultsRefused(let place, let parameters):
            "\(place): where refuses the defaults \(parameters); give defaults that it allows"
        }
    }
}

extension LuaError {
    /// The same with the script's name, where no line of Lua is to blame: a script that ran out of memory.
    fileprivate func naming(_ path: String) -> LuaError {
        guard fault.script == nil, case .limit(let limit, var fault) = self else { return self }
        fault.script = path
        return .limit(limit, fault)
    }
}
