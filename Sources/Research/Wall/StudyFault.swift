import Search
import Strategies

/// A fault in the child that does a study, as it crosses to its parent: the sentence, and how the program should end.
package struct StudyFault: Error, Hashable, Sendable, CustomStringConvertible {
    package enum Kind: UInt8, Sendable, CaseIterable {
        case usage, badInput, missing, inputOutput, limit, stopped, fault
    }

    package let kind: Kind
    package let description: String

    package init(_ kind: Kind, _ description: String) {
        self.kind = kind
        self.description = description
    }
}

extension StudyFault {
    /// What is left of any error: its kind and its text.
    init(_ error: any Error) {
        switch error {
        case let error as StudyFault: self = error
        case let error as StrategyError: self.init(Kind(error.kind), error.description)
        case let error as SearchError: self.init(Kind(error.kind), error.description)
        default: self.init(.fault, "a fault of Candela itself: \(error)")
        }
    }
}

extension StudyFault.Kind {
    fileprivate init(_ kind: StrategyError.Kind) {
        self =
            switch kind {
            case .missing: .missing
            case .inputOutput: .inputOutput
            case .faulty: .badInput
            case .limit: .limit
            case .stopped: .stopped
            }
    }

    fileprivate init(_ kind: SearchError.Kind) {
        self =
            switch kind {
            case .usage: .usage
            case .faulty: .badInput
            case .limit: .limit
            }
    }
}
