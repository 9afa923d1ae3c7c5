import Search

/// How a search ended, as far as the one who asked for it must act.
enum SearchEnding {
    case done, timedOut, interrupted, failed

    init(_ state: StudyState) {
        switch state {
        case .complete, .exhausted, .running: self = .done
        case .timedOut: self = .timedOut
        case .interrupted: self = .interrupted
        case .failed: self = .failed
        }
    }
}
