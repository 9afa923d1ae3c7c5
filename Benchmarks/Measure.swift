import Foundation

/// What is timed: `run` does `count` of what `per` says.
struct Work {
    let per: String
    let count: Int
    /// Done before each run and not timed; nil where there is nothing to do, and runs follow one another directly.
    let before: (() throws -> Void)?
    let run: () throws -> Void

    init(per: String, count: Int = 1, before: (() throws -> Void)? = nil, run: @escaping () throws -> Void) {
        self.per = per
        self.count = count
        self.before = before
        self.run = run
    }
}

/// Seconds that one of the counted things takes.
struct Measurement {
    /// Of all threads of this process together.
    let processor: Spread
    let wall: Spread
}

/// The median over the rounds, and half the distance between the quartiles.
struct Spread {
    let median: Double
    let spread: Double

    init(_ values: [Double]) {
        let sorted = values.sorted()
        func quantile(_ part: Double) -> Double {
            let place = part * Double(sorted.count - 1)
            let (low, high) = (Int(place.rounded(.down)), Int(place.rounded(.up)))
            return sorted[low] + (sorted[high] - sorted[low]) * (place - place.rounded(.down))
        }
        median = quantile(0.5)
        spread = (quantile(0.75) - quantile(0.25)) / 2
    }
}

/// Times rounds of a work, each with as many runs as make it long enough for the clock.
///
/// Up to 15 rounds of 50 ms or more; fewer, but at least 5, where they take longer than 4 s together.
func measure(_ work: Work) throws -> Measurement {
    // The first run fills caches and is thrown away, unless it takes so long that the rest will.
    var repetitions = 1
    var probe = try round(work, repetitions: repetitions)
    while probe.wall < 0.05 {
        let wanted = 0.06 / max(probe.wall, 1e-7) * Double(repetitions)
        repetitions = min(max(Int(wanted), repetitions + 1), repetitions * 100)
        probe = try round(work, repetitions: repetitions)
    }
    var rounds: [Moment] = []
    while rounds.count < 15, rounds.count < 5 || rounds.reduce(0, { $0 + $1.wall }) < 4 {
        rounds.append(try round(work, repetitions: repetitions))
    }
    let things = Double(repetitions * work.count)
    return Measurement(
        processor: Spread(rounds.map { $0.processor / things }), wall: Spread(rounds.map { $0.wall / things }))
}

private func round(_ work: Work, repetitions: Int) throws -> Moment {
    guard let before = work.before else {
        let start = Moment.now
        for _ in 0..<repetitions { try work.run() }
        return Moment.now - start
    }
    var sum = Moment(processor: 0, wall: 0)
    for _ in 0..<repetitions {
        try before()
        let start = Moment.now
        try work.run()
        let elapsed = Moment.now - start
        sum = Moment(processor: sum.processor + elapsed.processor, wall: sum.wall + elapsed.wall)
    }
    return sum
}

/// Where both clocks stand, in seconds.
private struct Moment {
    let processor: Double
    let wall: Double

    static var now: Moment { Moment(processor: read(CLOCK_PROCESS_CPUTIME_ID), wall: read(CLOCK_MONOTONIC)) }

    static func - (end: Moment, start: Moment) -> Moment {
        Moment(processor: end.processor - start.processor, wall: end.wall - start.wall)
    }

    private static func read(_ clock: clockid_t) -> Double {
        var time = timespec()
        unsafe clock_gettime(clock, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
    }
}

/// Takes a value from the optimizer's sight, so that what made it is not left out.
@inline(never)
@_optimize(none)
func keep(_ value: some Any) {}
