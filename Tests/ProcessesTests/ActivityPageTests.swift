import Foundation
import Processes
import Testing

@Suite struct ActivityPageTests {
    @Test func whatOneSideMarksTheOtherSees() throws {
        let page = try ActivityPage(slots: 3)
        let other = try ActivityPage(descriptor: dup(page.descriptor))
        #expect(other.slots == 3)
        page.begin(0, in: 0)
        page.begin(41, in: 2)
        page.beat()
        #expect((0..<3).map { other.work(in: $0) } == [0, nil, 41])
        #expect(other.beats == 1)
        page.end(in: 2)
        #expect(other.work(in: 2) == nil)
        other.clear()
        #expect(page.work(in: 0) == nil)
    }

    @Test func whatIsNoPageIsRefused() throws {
        let descriptor = open("/dev/null", O_RDWR)
        defer { close(descriptor) }
        #expect(throws: ProcessError.self) { try ActivityPage(descriptor: descriptor) }
    }
}
