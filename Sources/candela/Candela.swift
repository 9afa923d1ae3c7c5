import ArgumentParser
import Foundation
import Research

/// The program: its commands, and how it begins and ends.
@main
struct Candela: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "candela",
        abstract: "A research workbench for trading strategies.",
        version: EngineVersion.current,
        groupedSubcommands: [
            CommandGroup(name: "Candle", subcommands: [ImportCommand.self, CandlesCommand.self, SynthCommand.self]),
            CommandGroup(
                name: "Strategy",
                subcommands: [StrategiesCommand.self, BacktestCommand.self, SearchCommand.self]),
            CommandGroup(
                name: "Result",
                subcommands: [
                    StudiesCommand.self, TrialsCommand.self, ShowCommand.self, CompareCommand.self, QueryCommand.self,
                ]),
            CommandGroup(name: "Lua", subcommands: [ReplCommand.self, RunCommand.self]),
            CommandGroup(name: "Other", subcommands: [CPUCommand.self, ReferenceCommand.self, EditorCommand.self]),
        ])

    static func main() {
        if Supervision.arguments.first == Wall.studyWord { StudyProcess.run() }
        // The parent of a child sees how it dies, and says so.
        if !Supervision.isChild { Crash.watch() }
        Interrupt.listen()
        if Supervision.isChild { Supervision.begin() }
        // So that writing to a closed pipe is an error that can be met, instead of the end.
        signal(SIGPIPE, SIG_IGN)
        // A file that may not grow is a write that fails, and is said.
        signal(SIGXFSZ, SIG_IGN)
        do {
            var command = try parseAsRoot(TypedWords.arguments(Supervision.arguments))
            try command.run()
        } catch {
            Diagnosis.end(error)
        }
    }
}
