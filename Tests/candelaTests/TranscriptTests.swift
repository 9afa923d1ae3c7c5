import Foundation
import Testing

@Test(.timeLimit(.minutes(15)), arguments: Transcript.all)
func theProgramAnswersAsItsTranscriptSays(_ transcript: Transcript) throws {
    let played = try transcript.played()
    if Transcript.areRewritten {
        try played.write(to: transcript.file, atomically: true, encoding: .utf8)
    } else {
        let expected = try transcript.text()
        let difference = zip(expected.split(separator: "\n"), played.split(separator: "\n")).first { $0 != $1 }
        #expect(played == expected, "first differing lines: \(difference.map { "\($0)\n\($1)" } ?? "one is longer")")
    }
}

@Test func thereAreTranscripts() {
    #expect(Transcript.all.count > 5)
}
