import ArgumentParser
import Research

/// Where the workbench is.
struct HomeOptions: ParsableArguments {
    @Option(help: "Folder of candles and results. (default: $CANDELA_HOME, else .candela)")
    var home: String?

    var workbench: Workbench { Workbench(home: Home(home), wall: .own) }
}
