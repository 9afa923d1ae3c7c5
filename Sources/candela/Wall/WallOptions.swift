import ArgumentParser

/// Where a script runs.
struct WallOptions: ParsableArguments {
    @Flag(help: "Run the script in this process: for scripts of your own, which do not crash it.")
    var inProcess = false
}
