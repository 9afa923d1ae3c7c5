import Foundation
import Synchronization

/// The files that this process writes and has not yet put in their places, so that a program that ends at once leaves
/// none of them and knows whether the new one is in place.
package enum UnfinishedFiles {
    private struct State {
        var paths: Set<String> = []
        var placed = 0
        var isAbandoned = false
    }

    private static let state = Mutex(State())

    /// How many files have been put in their places.
    package static var placed: Int { state.withLock { $0.placed } }

    /// Removes them all and says how many others are in place. Whoever would begin or place one from now on waits for the
    /// end of the program, which must follow.
    package static func abandon() -> Int {
        state.withLock { state in
            state.isAbandoned = true
            for path in state.paths { unsafe unlink(path) }
            return state.placed
        }
    }

    static func add(_ path: String) {
        locked { $0.paths.insert(path) }
    }

    static func remove(_ path: String) {
        locked { state in
            unsafe unlink(path)
            state.paths.remove(path)
        }
    }

    /// Gives a file its name; where the system refuses, `errno` says why.
    static func place(_ path: String, at target: String) -> Bool {
        let refusal = locked { state -> Int32 in
            guard unsafe rename(path, target) == 0 else { return errno }
            state.paths.remove(path)
            state.placed += 1
            return 0
        }
        if refusal != 0 { errno = refusal }
        return refusal == 0
    }

    @discardableResult
    private static func locked<Result>(_ body: (inout State) -> Result) -> Result {
        let result: Result? = state.withLock { $0.isAbandoned ? nil : body(&$0) }
        if let result { return result }
        while true { pause() }
    }
}
