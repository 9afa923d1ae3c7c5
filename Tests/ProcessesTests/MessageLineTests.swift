import Foundation
import Processes
import Testing

@Suite struct MessageLineTests {
    @Test(arguments: [0, 1, 4, 1000, 65_535, 65_536, 3_000_000]) func aMessageArrivesAsItWasSent(count: Int) throws {
        let (one, other) = try MessageLine.pair()
        let message = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        Thread.detachNewThread { try? one.send(message) }
        #expect(try other.receive() == message)
    }

    @Test func messagesFromManyThreadsDoNotMix() async throws {
        let (one, other) = try MessageLine.pair()
        let sizes = [10, 70_000, 500, 200_000]
        for (number, size) in sizes.enumerated() {
            Thread.detachNewThread {
                for _ in 0..<20 { try? one.send([UInt8](repeating: UInt8(number), count: size)) }
            }
        }
        var counts = [0, 0, 0, 0]
        for _ in 0..<80 {
            let message = try other.receive()
            let number = Int(message[0])
            #expect(message.count == sizes[number] && message.allSatisfy { $0 == number })
            counts[number] += 1
        }
        #expect(counts == [20, 20, 20, 20])
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

    @Test func aLengthThatNoMessageHasIsRefused() throws {
        let (one, other) = try MessageLine.pair()
        let head: [UInt8] = [0xff, 0xff, 0xff, 0xff]
        #expect(write(one.descriptor, head, 4) == 4)
        #expect(throws: ProcessError.malformed) { try other.receive() }
    }
}
