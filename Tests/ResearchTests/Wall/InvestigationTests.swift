import Foundation
import Processes
import Testing

@testable import Research

@Suite struct InvestigationTests {
    private var investigation = Investigation(script: "x.lua", limit: .seconds(2))

    private func death(
        _ trials: [Int], by signal: Int32 = SIGSEGV, _ cause: Investigation.Death.Cause = .itself,
        isInScript: Bool = false
    ) -> Investigation.Death {
        Investigation.Death(ending: .signal(signal), cause: cause, trials: trials, isInScript: isInScript)
    }

    @Test mutating func whatWasInWorkIsSuspected() throws {
        try investigation.note(death([9, 4]))
        #expect(investigation.suspicion.suspects == [4, 9])
        #expect(investigation.suspicion.verdicts.isEmpty)
    }

    @Test mutating func whoDiesAloneTwiceIsTheCulprit() throws {
        try investigation.note(death([4, 9]))
        try investigation.note(death([9]))
        // Next time it is the first, so that what ran before it cannot be to blame.
        #expect(investigation.suspicion.suspects == [9, 4])
        try investigation.note(death([9]))
        #expect(investigation.suspicion.suspects == [4])
        #expect(
            investigation.suspicion.verdicts[9]?.reason
                == "crashed: x.lua ended its process by signal 11 (segmentation fault)")
    }

    @Test mutating func whoSurvivesAloneIsNoSuspectAnyMore() throws {
        try investigation.note(death([4, 9]))
        investigation.heard([4])
        #expect(investigation.suspicion.suspects == [9])
        investigation.goTogether()
        #expect(investigation.suspicion.suspects.isEmpty)
        // So it does not die alone but among others, whoever else was in work.
        try investigation.note(death([9]))
        try investigation.note(death([9]))
        #expect(investigation.suspicion.verdicts.isEmpty)
    }

    @Test mutating func aKillNeedsOneDeathMore() throws {
        for _ in 0..<3 { try investigation.note(death([5], by: SIGKILL)) }
        #expect(investigation.suspicion.verdicts.isEmpty)
        try investigation.note(death([5], by: SIGKILL))
        #expect(investigation.suspicion.verdicts[5]?.reason == "crashed: x.lua ended its process by signal 9 (killed)")
    }

    @Test(arguments: [Investigation.Death.Cause.outside, .silent])
    func whatComesFromOutsideBlamesNobody(_ cause: Investigation.Death.Cause) throws {
        var investigation = investigation
        for _ in 0..<50 { try investigation.note(death([5], cause)) }
        #expect(investigation.suspicion == Suspicion())
    }

    @Test mutating func aTrialThatHangsIsJudgedAtOnce() throws {
        try investigation.note(death([5, 6], by: SIGKILL, .hungTrial(5)))
        #expect(
            investigation.suspicion.verdicts[5]
                == Suspicion.Verdict(
                    reason: "hung: x.lua did not end within 2.0 seconds and could not be stopped", isTimed: true))
        #expect(investigation.suspicion.suspects.isEmpty)
    }

    @Test mutating func aDeathBeforeTheScriptIsNotItsOwn() throws {
        for _ in 0..<2 { try investigation.note(death([], by: SIGKILL, isInScript: true)) }
        try investigation.note(death([]))
        #expect(throws: StudyFault.self) { try investigation.note(death([], isInScript: true)) }
    }

    @Test mutating func aScriptThatCrashesOutsideOfTrialsEndsTheSearch() throws {
        try investigation.note(death([], isInScript: true))
        let error = #expect(throws: StudyFault.self) { try investigation.note(death([], isInScript: true)) }
        #expect(error?.kind == .badInput)
    }

    @Test mutating func deathsWithoutAnyTrialBetweenEndTheSearch() {
        for _ in 0..<10 {
            #expect(throws: Never.self) { try investigation.note(death([])) }
        }
        #expect(throws: StudyFault.self) { try investigation.note(death([])) }
    }

    @Test mutating func aSearchMayBeKilledForEverAsLongAsTrialsEnd() throws {
        for number in 0..<100 {
            try investigation.note(death([], by: SIGKILL))
            investigation.heard([number])
        }
    }
}
