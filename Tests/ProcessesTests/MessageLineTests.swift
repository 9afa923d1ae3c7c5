import Foundation
import Processes
import Testing

@Suite struct MessageLineTests {
    @Test(arguments: [0, 1, 4, 1000, 3_000_000]) func aMessageArrivesAsItWasSent(count: Int) throws {
        let (one, other) = try MessageLine.pair()
        let message = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        Thread.detachNewThread { try? one.send(message) }
        #expect(try other.receive() == message)
    }

    @Test func theEndOfTheOtherSideIsAnErrorAndNoSignal() throws {
        var (one, other): (MessageLine?, MessageLine) = try MessageLine.pair()
        try one?.send([1, 2])
        one = nil
        #expect(try other.receive() == [1, 2])
        #expect(throws: ProcessError.closed) { try other.receive() }
        #expect(throws: ProcessError.closed) { try other.send([1]) }
        _ = one
    }

    @Test func alengthThatNoMessageHasIsRefused() throws {
        let (one, other) = try MessageLine.pair()
        let head: [UInt8] = [0xff, 0xff, 0xff, 0xff]
        #expect(write(one.descriptor, head, 4) == 4)
        #expect(throws: ProcessError.malformed) { try other.receive() }
    }
}
