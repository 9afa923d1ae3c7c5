import Glibc
import Processes

/// Finds the trial that ends its process, from one death of a child to the next.
///
/// The trials that were in work are suspects. The next child runs each of them alone; who dies alone, and again as the
/// first of another process, is the culprit. What is killed from outside is nobody's fault.
struct Investigation {
    /// One death of a child, as its parent sees it.
    struct Death {
        enum Cause: Hashable {
            /// By itself, as far as anybody can tell.
            case itself
            /// Somebody sent it a signal as of a fault.
            case outside
            /// Killed by its parent, because this trial did not end.
            case hungTrial(Int)
            /// The same for the script, outside of any trial.
            case hungScript
            /// Killed by its parent, because it did not move at all: somebody had stopped it.
            case silent
        }

        let ending: ChildEnding
        let cause: Cause
        /// The trials in work.
        let trials: [Int]
        /// Whether the script itself was at work: being loaded, or answering `where`.
        let isInScript: Bool
    }

    /// A child that dies of itself so often without a trial between is not started again.
    private static let mostFruitless = 10

    private(set) var suspicion = Suspicion()
    private let script: String
    private let limit: Duration
    private var lonelyDeaths: [Int: Int] = [:]
    private var scriptDeaths = 0
    private var fruitless = 0

    /// `script` is its path, `limit` what a trial may take.
    init(script: String, limit: Duration) {
        self.script = script
        self.limit = limit
    }

    /// Trials of these numbers have ended.
    mutating func heard(_ numbers: some Sequence<Int>) {
        fruitless = 0
        scriptDeaths = 0
        if suspicion.suspects.isEmpty { return }
        let ended = Set(numbers)
        suspicion.suspects.removeAll { ended.contains($0) }
    }

    /// All suspects have been tried.
    mutating func goTogether() { suspicion.suspects = [] }

    /// What the next child is to know is in `suspicion` afterwards; thrown where there must be none.
    mutating func note(_ death: Death) throws(StudyFault) {
        switch death.cause {
        // Whoever does that can end the search, too.
        case .silent, .outside: return
        case .hungScript: throw Self.hung(script, limit)
        case .hungTrial(let number):
            pronounce(number, Suspicion.Verdict(reason: "hung: " + Self.hung(script, limit).description, isTimed: true))
        case .itself where death.trials.isEmpty:
            fruitless += 1
            guard death.isInScript else { break }
            scriptDeaths += 1
            if scriptDeaths >= Self.proof(death.ending) { throw Self.crashed(script, death.ending) }
        case .itself:
            fruitless += 1
            suspect(death)
        }
        if fruitless > Self.mostFruitless {
            throw StudyFault(
                .fault,
                "the process of the search ended \(fruitless) times without a trial, the last time by \(death.ending)")
        }
    }

    private mutating func suspect(_ death: Death) {
        guard let number = death.trials.first, death.trials.count == 1, suspicion.suspects.contains(number) else {
            suspicion.suspects += death.trials.filter { !suspicion.suspects.contains($0) }.sorted()
            return
        }
        lonelyDeaths[number, default: 0] += 1
        if lonelyDeaths[number, default: 0] >= Self.proof(death.ending) {
            let reason = "crashed: " + Self.crashed(script, death.ending).description
            pronounce(number, Suspicion.Verdict(reason: reason, isTimed: false))
        } else {
            // One that ran before it may have left damage: next time it is the first.
            suspicion.suspects.removeAll { $0 == number }
            suspicion.suspects.insert(number, at: 0)
        }
    }

    private mutating func pronounce(_ number: Int, _ verdict: Suspicion.Verdict) {
        suspicion.verdicts[number] = verdict
        suspicion.suspects.removeAll { $0 == number }
        fruitless = 0
    }

    /// How many lonely deaths prove it. A script cannot kill its process outright, but people and a machine without
    /// memory can, and may meet the same trial twice.
    private static func proof(_ ending: ChildEnding) -> Int { ending == .signal(SIGKILL) ? 3 : 2 }

    /// A script that died of itself.
    static func crashed(_ script: String, _ ending: ChildEnding) -> StudyFault {
        StudyFault(.badInput, "\(script) ended its process by \(ending)")
    }

    /// A script that did not end, and heard nothing.
    static func hung(_ script: String, _ limit: Duration) -> StudyFault {
        StudyFault(.limit, "\(script) did not end within \(limit) and could not be stopped")
    }
}
