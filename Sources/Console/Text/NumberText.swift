/// Numbers as people read them. An infinite one is `∞`, NaN is `–`.
package enum NumberText {
    /// With so many decimals: `1.50`.
    package static func fixed(_ value: Double, decimals: Int, groups: Bool = false) -> String {
        special(value) ?? DecimalDigits(value).text(decimals: decimals, groups: groups)
    }

    /// A share in percent: 0.1234 is `12.34 %`.
    package static func fraction(_ value: Double, decimals: Int = 2) -> String {
        fixed(value * 100, decimals: decimals, groups: true) + " %"
    }

    /// Cash: `10,000.00`.
    package static func money(_ value: Double) -> String { fixed(value, decimals: 2, groups: true) }

    /// A number about one, to as many decimals as its size deserves: `1.832`, `0.0312`, `215.41`.
    package static func ratio(_ value: Double) -> String {
        fixed(value, decimals: ratioDecimals(value.magnitude), groups: true)
    }

    /// A number as it is, to `digits` digits: `0.00012`, `65432.15`, `10`; with a power of ten where it is far from one.
    package static func plain(_ value: Double, digits: Int = 8) -> String {
        if let special = special(value) { return special }
        let number = DecimalDigits(value)
        if isFar(number) { return value.description }
        let rounded = number.rounded(decimals: max(0, digits - number.magnitude))
        return isFar(rounded) ? value.description : rounded.text(decimals: rounded.decimals)
    }

    /// Decimals for a column of ratios of which `largest` is the largest.
    static func ratioDecimals(_ largest: Double) -> Int {
        switch largest {
        case 100...: 2
        case 0.1...: 3
        default: 4
        }
    }

    /// Beyond what reads well as plain digits.
    private static func isFar(_ number: DecimalDigits) -> Bool { number.magnitude > 15 || number.magnitude < -5 }

    private static func special(_ value: Double) -> String? {
        if value.isNaN { return "–" }
        return value.isInfinite ? (value < 0 ? "-∞" : "∞") : nil
    }
}
