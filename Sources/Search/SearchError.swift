/// What can be wrong with a search.
package enum SearchError: Error, Hashable, Sendable {
    // A dimension that makes no sense.
    case emptyName
    case duplicateName(String)
    case emptyRange(dimension: String, low: String, high: String)
    case notFinite(dimension: String, what: String)
    case integerTooLarge(dimension: String, value: String)
    case stepNotPositive(dimension: String, step: String)
    case stepTooSmall(dimension: String, step: String)
    case logarithmFromZero(dimension: String, low: String)
    case noChoices(dimension: String)
    case duplicateChoice(dimension: String, choice: String)
    case defaultOutside(dimension: String, value: String, allowed: String)

    // A value that does not fit.
    case unknownParameter(String, known: [String])
    case valueOutside(dimension: String, value: String, allowed: String)

    // A study that cannot start or go on.
    case unknownSampler(String, known: [String])
    case unknownObjective(String, known: [String])
    case noTrials(Int)
    case gridNeedsStep(dimension: String)
    case gridTooLarge(points: Int, allowed: Int)
    case constraintNeverSatisfied(draws: Int)
    case resumeDoesNotFit(trial: Int, parameters: String)
    case resumeRepeats(trial: Int)
    case noThread(name: String, code: Int32)

    // A share of the processor that is none.
    case invalidLimit(String)

    /// How a program should end that meets this error and cannot go on.
    package enum Kind: Sendable {
        case usage, faulty, limit
    }

    package var kind: Kind {
        switch self {
        case .unknownParameter, .valueOutside, .unknownSampler, .unknownObjective, .noTrials, .gridNeedsStep,
            .gridTooLarge, .invalidLimit:
            .usage
        case .noThread: .limit
        default: .faulty
        }
    }
}

extension SearchError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .emptyName:
            "a dimension has an empty name; give it one, like fast"
        case .duplicateName(let name):
            "the space has two dimensions named \(name); names must differ"
        case .emptyRange(let dimension, let low, let high):
            "\(dimension): low \(low) is above high \(high); low must come first"
        case .notFinite(let dimension, let what):
            "\(dimension): \(what) is not a finite number"
        case .integerTooLarge(let dimension, let value):
            "\(dimension): \(value) is beyond the whole numbers a real number can hold (9007199254740992 either way)"
        case .stepNotPositive(let dimension, let step):
            "\(dimension): step \(step) must be above 0"
        case .stepTooSmall(let dimension, let step):
            "\(dimension): step \(step) is lost beside the bounds; take a larger step, or none"
        case .logarithmFromZero(let dimension, let low):
            "\(dimension): a logarithmic dimension cannot start at \(low); low must be above 0"
        case .noChoices(let dimension):
            "\(dimension): the list of choices is empty; give at least one"
        case .duplicateChoice(let dimension, let choice):
            "\(dimension): the choice \(choice) is given twice"
        case .defaultOutside(let dimension, let value, let allowed):
            "\(dimension): the default \(value) is not among its values, \(allowed)"
        case .unknownParameter(let name, let known):
            known.isEmpty
                ? "there is no parameter \(name): this strategy has none"
                : "there is no parameter \(name); there are \(known.joined(separator: ", "))"
        case .valueOutside(let dimension, let value, let allowed):
            "\(dimension): \(value) is not among its values, \(allowed)"
        case .unknownSampler(let name, let known):
            "there is no sampler \(name); there are \(known.joined(separator: ", "))"
        case .unknownObjective(let name, let known):
            "the objective \(name) is not among the metrics of the study, \(known.joined(separator: ", "))"
        case .noTrials(let trials):
            "a study of \(trials) trials has nothing to do; ask for 1 or more"
        case .gridNeedsStep(let dimension):
            "\(dimension): a grid needs a step for a real dimension, as in {step = 0.5}"
        case .gridTooLarge(let points, let allowed):
            "the grid has \(points == .max ? "more than \(points)" : "\(points)") points, above \(allowed); "
                + "limit the trials, or take larger steps"
        case .constraintNeverSatisfied(let draws):
            "where refused all of \(draws) points tried in a row; it can hardly be satisfied in this space"
        case .resumeDoesNotFit(let trial, let parameters):
            "stored trial \(trial) has parameters (\(parameters)) that the space does not hold; "
                + "resume with the space it was started with"
        case .resumeRepeats(let trial):
            "trial \(trial) is given twice; each number of a study is evaluated once"
        case .noThread(let name, let code):
            "the system gave no thread for \(name) (error \(code)); use fewer workers"
        case .invalidLimit(let text):
            "\(text) is no share of the processor; write 87.5% or 0.875, above 0 and at most 100%"
        }
    }
}
