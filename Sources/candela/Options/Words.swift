import ArgumentParser
import Candles
import Console
import Search
import Simulation

// What people write on a command line, and what it stands for.

extension LookbackPreset: ExpressibleByArgument {}

extension FillRule: ExpressibleByArgument {}

extension Timeframe {
    static func read(_ text: String) throws -> Timeframe {
        guard let timeframe = Timeframe(text) else {
            throw ValidationError("expected a number and one of s, m, h, d, w, M, such as 5m or 1h")
        }
        return timeframe
    }
}

/// A whole number.
enum Count {
    static func positive(_ text: String) throws -> Int {
        guard let count = Int(text), count > 0 else { throw ValidationError("expected a whole number above 0") }
        return count
    }

    static func any(_ text: String) throws -> Int {
        guard let count = Int(text), count >= 0 else { throw ValidationError("expected 0 or a whole number above it") }
        return count
    }
}

/// A point in time, in milliseconds since 1970, UTC.
enum Moment {
    static func read(_ text: String) throws -> Int64 {
        guard let moment = WrittenTime.moment(text) else {
            throw ValidationError("expected a date such as 2024-01-31, or with a time, 2024-01-31T12:05")
        }
        return moment
    }
}

/// A length of time.
enum TimeSpan {
    static func read(_ text: String) throws -> Duration {
        guard let duration = WrittenTime.duration(text) else {
            throw ValidationError("expected a time above 0 and up to a year, such as 12h, 90m or 30s")
        }
        return duration
    }
}

/// `name=value`, as `--set` takes it.
struct Assignment: Sendable {
    let name: String
    let value: String

    static func read(_ text: String) throws -> Assignment {
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty else {
            throw ValidationError("expected a name and a value, such as fast=10")
        }
        return Assignment(name: String(parts[0]), value: String(parts[1]))
    }
}

extension [Assignment] {
    /// The values by name; of two with one name the last counts.
    var values: [String: String] { Dictionary(map { ($0.name, $0.value) }, uniquingKeysWith: { $1 }) }
}
