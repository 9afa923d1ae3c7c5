/// The moving averages that other indicators can be made with, under TA-Lib's numbers.
package enum MovingAverageKind: Int, CaseIterable, Sendable {
    case sma = 0
    case ema = 1
    case wma = 2
    case dema = 3
    case tema = 4
    case trima = 5
    case kama = 6
    case mama = 7
    case t3 = 8
    case hma = 9
    case zlema = 12
    case rma = 13
}
