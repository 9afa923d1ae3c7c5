// Logarithm and exponential with the same bits on every machine. The C library's own differ in the last bit between
// versions and processors, and a sampled value must not: these use + - * / on doubles alone, in one fixed order.
//
// Method and coefficients: FDLIBM 5.3, e_log.c and e_exp.c (Sun Microsystems, 1993), within 1 ulp.

/// 2^-k parts of ln 2: the upper one has trailing zeros, so that a whole multiple of it is exact.
private let upperLog2 = 6.93147180369123816490e-01
private let lowerLog2 = 1.90821492927058770002e-10

/// The natural logarithm; -infinity at 0, NaN below.
func naturalLogarithm(_ x: Double) -> Double {
    guard x > 0, x < .infinity else { return x == 0 ? -.infinity : (x > 0 ? x : .nan) }
    // x = m 2^k with m between sqrt(1/2) and sqrt(2); then log m = 2 artanh(s), s = f / (2 + f), f = m - 1.
    var (m, k) = (x.significand, Double(x.exponent))
    if m > 1.4142135623730951 {
        m /= 2
        k += 1
    }
    let f = m - 1
    let s = f / (2 + f)
    let z = s * s
    let w = z * z
    let even = w * (3.999999999940941908e-01 + w * (2.222219843214978396e-01 + w * 1.531383769920937332e-01))
    let odd =
        z
        * (6.666666666666735130e-01
            + w * (2.857142874366239149e-01 + w * (1.818357216161805012e-01 + w * 1.479819860511658591e-01)))
    let r = even + odd
    let halfSquare = 0.5 * f * f
    return k * upperLog2 - ((halfSquare - (s * (halfSquare + r) + k * lowerLog2)) - f)
}

/// e to the power of `x`; 0 below about -745, infinity above about 709.78.
func naturalExponential(_ x: Double) -> Double {
    guard x == x else { return x }
    if x > 709.782712893383973096 { return .infinity }
    if x < -745.13321910194110842 { return 0 }
    // x = k ln 2 + r with |r| at most half of ln 2; e^r by a rational function of r.
    let k = (x * 1.44269504088896338700).rounded()
    let upper = x - k * upperLog2
    let lower = k * lowerLog2
    let r = upper - lower
    let t = r * r
    let p =
        t
        * (1.66666666666666019037e-01
            + t
            * (-2.77777777770155933842e-03
                + t * (6.61375632143793436117e-05 + t * (-1.65339022054652515390e-06 + t * 4.13813679705723846039e-08))))
    let c = r - p
    let y = 1 - ((lower - (r * c) / (2 - c)) - upper)
    // Two halves, so that neither power leaves the range of a double.
    let half = Int(k) / 2
    return y * Double(sign: .plus, exponent: half, significand: 1)
        * Double(sign: .plus, exponent: Int(k) - half, significand: 1)
}
