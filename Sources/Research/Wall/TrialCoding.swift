import Processes
import Search

// Trials cross by the ten thousand a second: numbers as they are, and no name twice.
extension ByteWriter {
    private static let timed: UInt8 = 4

    mutating func put(_ trial: Trial) {
        put(trial.number)
        put(trial.duration)
        put(trial.worker)
        let timed = trial.isTimed ? Self.timed : 0
        switch trial.outcome {
        case .complete(let numbers):
            put(0 | timed)
            put(numbers.span)
        case .pruned(let reason):
            put(1 | timed)
            put(reason)
        case .failed(let reason):
            put(2 | timed)
            put(reason)
            put(trial.traceback)
        }
        put(trial.parameters.entries.count)
        for entry in trial.parameters.entries { put(entry.value) }
    }

    private mutating func put(_ value: ParameterValue) {
        switch value {
        case .integer(let number):
            put(UInt8(0))
            put(number)
        case .real(let number):
            put(UInt8(1))
            put(number)
        case .text(let text):
            put(UInt8(2))
            put(text)
        case .boolean(let truth):
            put(UInt8(3))
            put(truth)
        }
    }
}

extension ByteReader {
    /// A trial; `names` are those of its parameters.
    mutating func trial(parameters names: [String]) throws(ProcessError) -> Trial {
        let (number, duration, worker) = (try integer(), try word(), try integer())
        let flags = try byte()
        let outcome: Trial.Outcome =
            switch flags & 3 {
            case 0: .complete(try numbers())
            case 1: .pruned(reason: try text())
            case 2: .failed(reason: try text())
            default: throw .malformed
            }
        let traceback = flags & 3 == 2 ? try text() : ""
        guard number >= 0, try integer() == names.count else { throw .malformed }
        var entries: [Parameters.Entry] = []
        entries.reserveCapacity(names.count)
        for name in names { entries.append(Parameters.Entry(name: name, value: try parameterValue())) }
        return Trial(
            number: number, parameters: Parameters(ordered: entries), outcome: outcome, duration: duration,
            worker: worker, isTimed: flags & 4 != 0, traceback: traceback)
    }

    private mutating func parameterValue() throws(ProcessError) -> ParameterValue {
        switch try byte() {
        case 0: .integer(try integer())
        case 1: .real(try double())
        case 2: .text(try text())
        case 3: .boolean(try boolean())
        default: throw .malformed
        }
    }
}
