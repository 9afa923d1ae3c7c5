/// A finite number as people write it: the shortest decimal digits that mean it, rounded as on paper.
///
/// Taken from Swift's own description, so 1.005 with two decimals is 1.01 although the nearest binary number lies below.
struct DecimalDigits {
    private(set) var isNegative: Bool
    /// From the first that is not 0; empty for zero.
    private var digits: [UInt8]
    /// Where the point stands: behind so many of `digits`, perhaps negative.
    private var point: Int

    init(_ value: Double) {
        precondition(value.isFinite, "only finite numbers have digits")
        isNegative = value < 0
        digits = []
        point = 0
        var hasPoint = false
        var exponent: [UInt8] = []
        var isExponentNegative = false
        var isInExponent = false
        for byte in value.magnitude.description.utf8 {
            switch byte {
            case UInt8(ascii: "."): hasPoint = true
            case UInt8(ascii: "e"): isInExponent = true
            case UInt8(ascii: "-"): isExponentNegative = true
            case UInt8(ascii: "+"): break
            case let digit where isInExponent: exponent.append(digit - 48)
            case let digit:
                digits.append(digit - 48)
                if !hasPoint { point += 1 }
            }
        }
        let shift = exponent.reduce(0) { $0 * 10 + Int($1) }
        point += isExponentNegative ? -shift : shift
        let zeros = digits.prefix { $0 == 0 }.count
        digits.removeFirst(zeros)
        point -= zeros
        trim()
    }

    var isZero: Bool { digits.isEmpty }
    /// Digits before the point: 3 for 123.4, 0 for 0.12, -1 for 0.012.
    var magnitude: Int { isZero ? 1 : point }
    /// Digits behind the point that are needed to write it in full.
    var decimals: Int { max(0, digits.count - point) }

    /// Rounds half up to so many digits behind the point.
    func rounded(decimals: Int) -> DecimalDigits {
        var result = self
        let kept = point + decimals
        if kept >= digits.count { return self }
        let roundsUp = kept >= 0 && digits[kept] >= 5
        result.digits.removeSubrange(max(0, kept)...)
        if roundsUp {
            var index = kept - 1
            while index >= 0, result.digits[index] == 9 { index -= 1 }
            if index < 0 {
                result.digits = [1]
                result.point += 1
            } else {
                result.digits.removeSubrange((index + 1)...)
                result.digits[index] += 1
            }
        }
        result.trim()
        return result
    }

    /// In full or with zeros up to `decimals` digits behind the point; rounded first where that is fewer.
    func text(decimals: Int, groups: Bool = false) -> String {
        let number = rounded(decimals: decimals)
        var out = number.isNegative && !number.isZero ? "-" : ""
        let whole = max(number.point, 0)
        if whole == 0 || number.isZero { out += "0" }
        for index in 0..<(number.isZero ? 0 : whole) {
            if groups && index > 0 && (whole - index) % 3 == 0 { out += "," }
            out += String(number.digit(index))
        }
        if decimals > 0 {
            out += "."
            for index in 0..<decimals { out += String(number.digit(number.point + index)) }
        }
        return out
    }

    private func digit(_ index: Int) -> UInt8 { digits.indices.contains(index) ? digits[index] : 0 }

    private mutating func trim() {
        while digits.last == 0 { digits.removeLast() }
        if digits.isEmpty { point = 0 }
    }
}
