/// Whether two numbers are equal but for rounding: within `relative` of the larger, or `absolute` near zero.
/// NaN equals NaN.
package func approximatelyEqual(
    _ left: Double, _ right: Double, relative: Double = 1e-9, absolute: Double = 1e-12
) -> Bool {
    if left.isNaN || right.isNaN { return left.isNaN && right.isNaN }
    if left == right { return true }
    return (left - right).magnitude <= max(absolute, relative * max(left.magnitude, right.magnitude))
}
