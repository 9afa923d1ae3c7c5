import CColumns
import Foundation
import TestSupport
import Testing

@testable import Candles

/// Arithmetic that is worked out in pieces gives the bits of one operation after the other.
struct SeriesExpressionTests {
    /// One operation on two numbers, as Lua 5.4 reckons.
    private func done(_ operation: SeriesExpression.Operation, _ x: Double, _ y: Double) -> Double {
        switch operation {
        case .add: return x + y
        case .subtract: return x - y
        case .multiply: return x * y
        case .divide: return x / y
        case .power: return y == 2 ? x * x : pow(x, y)
        case .negate: return -x
        case .remainder:
            let rest = fmod(x, y)
            return rest < 0 && y > 0 || rest > 0 && y < 0 ? rest + y : rest
        }
    }

    private struct Tree {
        var expression: SeriesExpression.Operand
        var values: [Double]
    }

    private func leaf(_ count: Int, _ random: inout RandomStream) -> Tree {
        if random.next() % 4 == 0 {
            let number = [0, -1, 2, 0.1, 1e300, .infinity, .nan][Int(random.next() % 7)]
            return Tree(expression: .number(number), values: [Double](repeating: number, count: count))
        }
        let values = (0..<count).map { _ -> Double in
            let bits = random.next()
            return bits % 31 == 0 ? .nan : bits % 37 == 0 ? .infinity : Double(bits % 2000) / 100 - 8
        }
        return Tree(expression: .series(Series(values)), values: values)
    }

    private func tree(_ depth: Int, _ count: Int, _ random: inout RandomStream) -> Tree {
        if depth == 0 || random.next() % 5 == 0 { return leaf(count, &random) }
        let (left, right) = (tree(depth - 1, count, &random), tree(depth - 1, count, &random))
        if case .number = left.expression, case .number = right.expression { return left }
        let operation = SeriesExpression.Operation(rawValue: random.next() % 7) ?? .add
        if operation == .negate, case .number = left.expression { return right }
        return Tree(
            expression: .expression(SeriesExpression(operation, left.expression, right.expression)),
            values: zip(left.values, right.values).map { done(operation, $0, $1) })
    }

    private func same(_ one: Double, _ other: Double) -> Bool {
        one.bitPattern == other.bitPattern || one.isNaN && other.isNaN
    }

    /// Trees of up to 31 operations, on lengths around those of a piece and of a word.
    @Test(arguments: [0, 1, 3, 4, 5, 63, 65, 1023, 1024, 1025, 2500])
    func aTreeHasTheBitsOfItsSteps(count: Int) {
        var random = RandomStream(seed: UInt64(count) + 1)
        var operations = 0
        for _ in 0..<40 {
            let tree = tree(5, count, &random)
            guard case .expression(let expression) = tree.expression else { continue }
            operations += expression.size
            let values = expression.series.array()
            #expect(zip(values, tree.values).allSatisfy(same) && values.count == count)
        }
        #expect(operations > 100)
    }

    @Test(arguments: [1, 64, 1000, 1024, 1100, 3000])
    func aTreeIsComparedAsItsValuesAre(count: Int) {
        var random = RandomStream(seed: UInt64(count) + 7)
        for _ in 0..<25 {
            let (left, right) = (tree(3, count, &random), tree(3, count, &random))
            if case .number = left.expression { continue }
            for (comparison, yes) in [
                (Mask.Comparison.above, { (x: Double, y: Double) in x > y }), (.atLeast, { $0 >= $1 }),
                (.below, { $0 < $1 }), (.atMost, { $0 <= $1 }),
            ] {
                let mask = Mask(left.expression, comparison, right.expression)
                #expect(mask.array() == zip(left.values, right.values).map(yes))
            }
        }
    }
}
