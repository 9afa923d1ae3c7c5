import Research

extension Wall {
    /// What a process is started with that does a study for its parent, and hears and says nothing else.
    static let studyWord = "study-process"

    /// This program once more, as it runs now, even where its file was replaced meanwhile.
    static let own = Wall(program: ownProgram, arguments: [studyWord])

    static let ownProgram = "/proc/self/exe"
}
