import ArgumentParser
import Candles
import Console
import Foundation
import Lua
import Processes
import Research
import Search
import Store
import Strategies

/// How the program can end.
enum Ending: Int32 {
    case done = 0
    /// A command over several files or results did some of them.
    case partly = 2
    case usage = 64
    /// Bad data, a faulty script, a database that is newer or none.
    case badInput = 65
    /// No such file, candles, study.
    case missing = 66
    /// A fault of ours.
    case fault = 70
    case inputOutput = 74
    /// Stopped by a limit: time or memory.
    case limit = 75
    case interrupted = 130

    /// To be thrown by a command that has said all there is to say.
    var code: ExitCode { ExitCode(rawValue) }
}

/// What a command itself finds to be wrong.
struct CommandError: Error {
    let sentence: String
    let ending: Ending
}

/// An error in one sentence, and how the program ends that cannot go on after it: the only place where errors of all
/// targets become text for people.
struct Diagnosis {
    /// nil where there is nothing to say.
    let sentence: String?
    let ending: Ending

    init(_ error: any Error) {
        switch error {
        case OutputError.closed: (sentence, ending) = (nil, .done)
        case OutputError.unwritable(let reason):
            (sentence, ending) = ("standard output cannot be written: \(reason)", .inputOutput)
        case let error as CommandError: (sentence, ending) = (error.sentence, error.ending)
        case let error as CandleError: (sentence, ending) = (error.description, error.kind.ending)
        case let error as StrategyError: (sentence, ending) = (error.description, error.kind.ending)
        case let error as SessionFault:
            sentence = error.description
            ending = error.ending
        case let error as LuaError: (sentence, ending) = (error.description, error.ending)
        case let error as SearchError: (sentence, ending) = (error.description, error.kind.ending)
        case let error as StudyFault: (sentence, ending) = (error.description, error.kind.ending)
        case let error as ProcessError: (sentence, ending) = (error.description, .limit)
        case let error as StoreError: (sentence, ending) = (error.description, error.ending)
        case let error as ResearchError: (sentence, ending) = (error.description, error.ending)
        case is CancellationError: (sentence, ending) = ("interrupted", .interrupted)
        default: (sentence, ending) = ("a fault of Candela itself: \(error)", .fault)
        }
    }

    /// Says it on standard error, on one line that a terminal shows and does not obey.
    func report() {
        if let sentence { Output.note(InertText.text(sentence)) }
    }

    /// Ends the program; what the parser of the command line threw is told in its own words.
    static func end(_ error: any Error) -> Never {
        let code = Candela.exitCode(for: error)
        if code == .validationFailure, let sentence = usageSentence(error) {
            Output.note([sentence])
            exit(Ending.usage.rawValue)
        }
        if code != .failure { Candela.exit(withError: error) }
        let diagnosis = Diagnosis(error)
        diagnosis.report()
        exit(diagnosis.ending.rawValue)
    }
}

extension Diagnosis {
    /// What is wrong with the words of a command, and where to read about it.
    private static func usageSentence(_ error: any Error) -> String? {
        var lines = Candela.message(for: error).split(separator: "\n").map { String($0.drop { $0 == " " }) }
        // What may be chosen comes as a list with dashes where it is long.
        let choices = lines.filter { $0.hasPrefix("- ") }.map { $0.dropFirst(2) }.joined(separator: ", ")
        lines = lines.filter { !$0.hasPrefix("- ") } + (choices.isEmpty ? [] : [choices])
        let message = lines.joined(separator: " ").replacing(" the following:", with: "")
            .replacing(". Please provide", with: ": expected")
        guard !message.isEmpty else { return nil }
        let sentence = message.hasSuffix(".") ? String(message.dropLast()) : message
        let help = Candela.fullMessage(for: error).firstMatch(of: /See '([^']+)'/)?.output.1
        return help.map { "\(sentence) (\($0))" } ?? sentence
    }
}

extension CandleError.Kind {
    fileprivate var ending: Ending {
        switch self {
        case .usage: .usage
        case .badInput: .badInput
        case .missing: .missing
        case .inputOutput: .inputOutput
        }
    }
}

extension StrategyError.Kind {
    fileprivate var ending: Ending {
        switch self {
        case .missing: .missing
        case .inputOutput: .inputOutput
        case .faulty: .badInput
        case .limit: .limit
        case .stopped: .interrupted
        }
    }
}

extension LuaError {
    fileprivate var ending: Ending {
        switch limit {
        case .timeout, .memory: .limit
        case .stopped: .interrupted
        case .depth, nil: .badInput
        }
    }
}

extension SearchError.Kind {
    fileprivate var ending: Ending {
        switch self {
        case .usage: .usage
        case .faulty: .badInput
        case .limit: .limit
        }
    }
}

extension StudyFault.Kind {
    fileprivate var ending: Ending {
        switch self {
        case .usage: .usage
        case .badInput: .badInput
        case .missing: .missing
        case .inputOutput: .inputOutput
        case .limit: .limit
        case .stopped: .interrupted
        case .fault: .fault
        }
    }
}

extension StoreError {
    fileprivate var ending: Ending {
        switch self {
        case .noResults, .newerDatabase, .notADatabase: .badInput
        case .oldDatabase, .damagedDatabase, .readOnlyHome, .fullHome, .busyDatabase, .inputOutput, .claimedStudy:
            .inputOutput
        case .noSuchStudy, .noSuchTrial, .noSuchBacktest, .noSuchQuery: .missing
        case .slowQuery: .limit
        case .storedTwice: .fault
        default: .usage
        }
    }
}

extension ResearchError {
    fileprivate var ending: Ending {
        switch self {
        case .noCandles, .noTrials: .missing
        case .cannotResume: .badInput
        case .unknownMetric, .outOfRange, .refusedParameters: .usage
        }
    }
}

extension SessionFault {
    /// As what is behind it would have it; a call that is wrong is a fault of the script, not of the command.
    fileprivate var ending: Ending {
        if isLimit { return .limit }
        let ending = cause.map { Diagnosis($0).ending } ?? .badInput
        return ending == .usage ? .badInput : ending
    }
}
