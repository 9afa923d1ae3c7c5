import Glibc
import Testing

@testable import Search

@Suite struct PortableLogarithmTests {
    @Test func theLogarithmAgreesWithTheCLibrary() {
        var random = Seed(1).stream(0)
        for _ in 0..<20_000 {
            // Every exponent a double has, the smallest included.
            let x = Double(bitPattern: random.next() >> 1)
            guard x.isFinite, x > 0 else { continue }
            #expect(abs(naturalLogarithm(x) - log(x)) <= abs(log(x)) * 3e-16)
            let nearOne = 1 + (random.unit() - 0.5) / 8
            #expect(abs(naturalLogarithm(nearOne) - log(nearOne)) <= abs(log(nearOne)) * 4e-16)
        }
        #expect(naturalLogarithm(1) == 0 && naturalLogarithm(0) == -.infinity && naturalLogarithm(-1).isNaN)
        #expect(naturalLogarithm(.infinity) == .infinity)
    }

    @Test func theExponentialAgreesWithTheCLibrary() {
        var random = Seed(2).stream(0)
        for _ in 0..<20_000 {
            let x = random.unit() * 1400 - 700
            #expect(abs(naturalExponential(x) - exp(x)) <= exp(x) * 3e-16)
            let small = random.unit() - 0.5
            #expect(abs(naturalExponential(small) - exp(small)) <= exp(small) * 3e-16)
        }
        #expect(naturalExponential(0) == 1 && naturalExponential(800) == .infinity && naturalExponential(-800) == 0)
        #expect(naturalExponential(.nan).isNaN)
    }

    /// FDLIBM's own answers, which Java's StrictMath gives too; e is 2.718281828459045, off by one place.
    @Test func theBitsAreTheSameEverywhere() {
        #expect(naturalExponential(1) == 2.7182818284590455)
        #expect(naturalLogarithm(10) == 2.302585092994046)
        #expect(naturalLogarithm(0.1) == -2.3025850929940455)
        var random = Seed(3).stream(0)
        var sum: UInt64 = 0
        for _ in 0..<10_000 {
            let x = random.unit() * 20 - 10
            sum = sum &* 31 &+ naturalExponential(x).bitPattern
            sum = sum &* 31 &+ naturalLogarithm(x.magnitude).bitPattern
        }
        // From this code on x86-64.
        #expect(sum == 4_701_844_244_689_633_898)
    }
}
