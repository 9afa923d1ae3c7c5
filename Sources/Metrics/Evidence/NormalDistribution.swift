import Foundation

/// The normal distribution of mean 0 and variance 1.
package enum NormalDistribution {
    /// What 95 of 100 values lie below.
    package static let quantile95 = 1.6448536269514722
    /// How far the mean of the lowest 5 of 100 values lies below 0: its density at the quantile / 0.05.
    package static let tailMean95 = 2.0627128075074275

    /// The share of values below `value`. By libm's `erfc`, which may differ between machines in the last place.
    package static func probability(_ value: Double) -> Double {
        erfc(-value / 2.0.squareRoot()) / 2
    }
}
