import ArgumentParser

struct QuietOptions: ParsableArguments {
    @Flag(name: [.customShort("q"), .customLong("quiet")], help: "Show no progress.")
    var isQuiet = false
}
