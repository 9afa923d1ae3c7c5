import Foundation
import Processes
import Testing

@Suite struct ChildProcessTests {
    private func shell(_ line: String, _ descriptors: [Int32?] = [nil, nil, nil]) throws -> ChildProcess {
        try ChildProcess("/bin/sh", arguments: ["-c", line], descriptors: descriptors)
    }

    @Test func itsExitCodeIsKnownHoweverOftenOneAsks() throws {
        let process = try shell("exit 7")
        #expect(process.wait() == .exit(7))
        #expect(process.wait() == .exit(7))
    }

    @Test(arguments: [SIGKILL, SIGSEGV, SIGTERM]) func aDeathBySignalIsKnownAsOne(signal: Int32) throws {
        #expect(try shell("kill -\(signal) $$").wait() == .signal(signal))
    }

    @Test func whatIsNoProgramIsAnError() {
        #expect(throws: ProcessError.notStarted(program: "/nowhere", code: ENOENT)) {
            try ChildProcess("/nowhere", arguments: [], descriptors: [])
        }
    }

    /// Foundation's `Process` would wait for the grandchild, too.
    @Test func aKillTakesTheWholeGroup() throws {
        let (ours, process) = try {
            let (ours, childs) = try MessageLine.pair()
            return (ours, try shell("sleep 100 & echo >&3; wait", [nil, nil, nil, childs.descriptor]))
        }()
        // By its line feed, the grandchild is there.
        #expect(ours.hasMessage(within: 5000))
        process.kill()
        #expect(process.wait() == .signal(SIGKILL))
        // The line ends when nobody holds its other end any more.
        #expect(throws: ProcessError.closed) { try ours.receive() }
    }

    @Test func itHasNoDescriptorsButThoseItIsGiven() throws {
        let (ours, childs) = try MessageLine.pair()
        let stray = open("/dev/null", O_RDONLY)
        defer { close(stray) }
        // The shell lists its own descriptors: the folder it reads is one more.
        let process = try shell(
            "test $(ls /proc/self/fd | wc -l) = 5 && test \"$(readlink /proc/self/fd/0)\" = /dev/null",
            [nil, nil, nil, childs.descriptor])
        #expect(process.wait() == .exit(0))
        withExtendedLifetime((ours, childs)) {}
    }

    @Test func itDiesWithItsObject() throws {
        let id: Int32
        do {
            let process = try shell("sleep 100")
            id = process.id
        }
        #expect(kill(id, 0) == -1 && errno == ESRCH)
    }

    @Test func itBlocksNoSignals() throws {
        var all = sigset_t()
        sigfillset(&all)
        var before = sigset_t()
        pthread_sigmask(SIG_BLOCK, &all, &before)
        defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
        #expect(try shell("grep -q '^SigBlk:.0*$' /proc/self/status").wait() == .exit(0))
    }
}
