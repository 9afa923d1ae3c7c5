import ArgumentParser

/// A command that runs a script once. It does so in a child process, unless it is that child or was told not to.
protocol ScriptCommand: ParsableCommand {
    var wall: WallOptions { get }

    /// The script, as it was typed.
    var scriptName: String { get }

    /// Does the command, here.
    func perform() throws
}

extension ScriptCommand {
    func run() throws {
        if Supervision.isChild { Supervision.limit(scriptName) }
        if wall.inProcess || Supervision.isChild { return try perform() }
        try Supervision.run(scriptName)
    }
}
