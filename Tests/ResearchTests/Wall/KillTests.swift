import Foundation
import Research
import Search
import Store
import Testing

/// Children killed from outside, at random moments: nothing may be lost, nothing counted twice, nobody blamed.
@Suite(.timeLimit(.minutes(15)), .serialized) struct KillTests {
    private let home = TemporaryHome()

    @Test func aHundredKillsAtRandomMomentsChangeNoByte() throws {
        let results = try home.workbench.results(.readWrite)
        let plain = try StudyRun(home.request(trials: 400), in: results)
        _ = try plain.run()
        let undisturbed = try home.table(plain, in: results)

        var kills = 0
        while kills < 100 {
            let tested = TestedWall("pause=2000")
            let run = try StudyRun(home.request(trials: 400, workers: 4), behind: tested.wall, in: results)
            let ended = Flag()
            let killed = Flag()
            Thread.detachNewThread {
                var (done, fruitless) = (0, 0)
                while !ended.isSet {
                    usleep(UInt32.random(in: 20_000...250_000))
                    let now = run.progress.done
                    fruitless = now > done ? 0 : fruitless + 1
                    done = now
                    // Eleven deaths without a trial between would end the search, as they should.
                    if fruitless > 5 { continue }
                    for child in tested.children {
                        kill(child, Bool.random() ? SIGKILL : SIGSEGV)
                        killed.count()
                    }
                }
                killed.set()
            }
            #expect(try run.run() == .complete)
            ended.set()
            killed.wait()
            kills += killed.counted
            #expect(try home.table(run, in: results) == undisturbed)
            #expect(tested.children.isEmpty)
        }
    }

    @Test func aChildThatIsStoppedIsReplaced() throws {
        let results = try home.workbench.results(.readWrite)
        let tested = TestedWall("pause=5000")
        let run = try StudyRun(home.request(workers: 1), behind: tested.wall, in: results)
        Thread.detachNewThread {
            usleep(150_000)
            for child in tested.children { kill(child, SIGSTOP) }
        }
        #expect(try run.run() == .complete)
        #expect(tested.children.isEmpty)
        let trials = try results.trials(of: results.study(run.record.id))
        #expect(trials.allSatisfy { $0.state == .complete } && trials.count == 100)
    }
}

/// What two threads of a test tell each other.
private final class Flag: Sendable {
    private let state = Monitor((isSet: false, count: 0))

    var isSet: Bool { state.change { $0.isSet } }
    var counted: Int { state.change { $0.count } }
    func set() { state.change { $0.isSet = true } }
    func count() { state.change { $0.count += 1 } }
    func wait() { _ = state.wait { $0.isSet ? true : nil } }
}
