/// Which share of the cores a search may take; the rest is left to the system.
package struct CPULimit: Hashable, Sendable {
    /// Above 0, at most 1.
    package let fraction: Double

    /// 87.5%: of 8 cores 7.
    package static let standard = CPULimit(unchecked: 0.875)

    package init(fraction: Double) throws(SearchError) {
        guard fraction > 0, fraction <= 1 else { throw .invalidLimit("\(fraction)") }
        self.fraction = fraction
    }

    /// `87.5%` or `0.875`.
    package init(parsing text: String) throws(SearchError) {
        let isPercent = text.last == "%"
        let digits = isPercent ? text.dropLast() : text[...]
        guard let number = Double(digits) else { throw .invalidLimit(text) }
        let fraction = isPercent ? number / 100 : number
        guard fraction > 0, fraction <= 1 else { throw .invalidLimit(text) }
        self.fraction = fraction
    }

    private init(unchecked fraction: Double) { self.fraction = fraction }

    /// The share of `cores`, before it is rounded down to workers.
    package func share(of cores: Int) -> Double { Double(cores) * fraction }
}

extension CPULimit: CustomStringConvertible {
    /// `87.5%`, at most three decimals.
    package var description: String {
        let percent = (fraction * 100_000).rounded() / 1_000
        return percent == percent.rounded() ? "\(Int(percent))%" : "\(percent)%"
    }
}
