import Candles
import Processes
import Search

/// What a parent tells the child that does its study.
enum StudyInstruction: Sendable {
    /// The first: load the script. Answered by `outline`.
    case load(StudyOrder)
    /// Trials that earlier starts have stored, any number of times.
    case earlier([Trial])
    /// The candles, warm-up included, and what earlier children died of. Answered by `ready`.
    case begin(CandleSeries, Suspicion)
    /// Run, for so long at most.
    case run(Duration)
    /// End soon, at any time after `begin`.
    case cancel

    private enum Kind: UInt8 { case load, earlier, begin, run, cancel }

    /// `parameters` are the names of those of a trial.
    func encoded(parameters: [String]) -> [UInt8] {
        var writer = ByteWriter()
        func put(_ kind: Kind) { writer.put(kind.rawValue) }
        switch self {
        case .load(let order):
            put(.load)
            writer.put(order)
        case .earlier(let trials):
            put(.earlier)
            writer.put(trials) { $0.put($1) }
        case .begin(let candles, let suspicion):
            writer = ByteWriter(capacity: candles.shared == nil ? candles.count * 48 + 1024 : 1024)
            put(.begin)
            writer.put(candles)
            writer.put(suspicion)
        case .run(let time):
            put(.run)
            writer.put(time)
        case .cancel:
            put(.cancel)
        }
        return writer.bytes
    }

    init(_ message: [UInt8], parameters: [String]) throws(ProcessError) {
        var reader = ByteReader(message)
        switch Kind(rawValue: try reader.byte()) {
        case .load: self = .load(try reader.order())
        case .earlier:
            self = .earlier(
                try reader.list { reader throws(ProcessError) in try reader.trial(parameters: parameters) })
        case .begin: self = .begin(try reader.candles(), try reader.suspicion())
        case .run: self = .run(try reader.duration())
        case .cancel: self = .cancel
        case nil: throw .malformed
        }
        guard reader.isAtEnd else { throw .malformed }
    }
}

/// What the child tells its parent.
enum StudyReport: Sendable {
    /// The script is loaded.
    case outline(StudyOutline)
    /// Nothing is missing any more.
    case ready
    /// These have ended.
    case trials([Trial])
    /// The suspects have been tried, each alone; from now on all workers work.
    case together
    /// The last but for a fault: the study is over.
    case ended(StudyState)
    /// The last: the study cannot go on.
    case fault(StudyFault)

    private enum Kind: UInt8 { case outline, ready, trials, together, ended, fault }

    var encoded: [UInt8] {
        var writer = ByteWriter()
        func put(_ kind: Kind) { writer.put(kind.rawValue) }
        switch self {
        case .outline(let outline):
            put(.outline)
            writer.put(outline)
        case .ready: put(.ready)
        case .trials(let trials):
            writer = ByteWriter(capacity: trials.count * 256)
            put(.trials)
            writer.put(trials) { $0.put($1) }
        case .together: put(.together)
        case .ended(let state):
            put(.ended)
            writer.put(state.rawValue)
        case .fault(let fault):
            put(.fault)
            writer.put(fault)
        }
        return writer.bytes
    }

    init(_ message: [UInt8], parameters: [String]) throws(ProcessError) {
        var reader = ByteReader(message)
        switch Kind(rawValue: try reader.byte()) {
        case .outline: self = .outline(try reader.outline())
        case .ready: self = .ready
        case .trials:
            self = .trials(
                try reader.list { reader throws(ProcessError) in try reader.trial(parameters: parameters) })
        case .together: self = .together
        case .ended:
            guard let state = StudyState(rawValue: try reader.text()) else { throw .malformed }
            self = .ended(state)
        case .fault: self = .fault(try reader.fault())
        case nil: throw .malformed
        }
        guard reader.isAtEnd else { throw .malformed }
    }
}
