// swift-tools-version: 6.2
import PackageDescription

/// Every raw pointer must say `unsafe`, so that a review sees it; a warning is an error.
let strict: [SwiftSetting] = [.strictMemorySafety(), .treatAllWarnings(as: .error)]

/// Columns lend their memory as `Span`s, whose lifetimes are written down.
let lifetimes: [SwiftSetting] = strict + [.enableExperimentalFeature("Lifetimes")]

let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let grdbSQLite: Target.Dependency = .product(name: "GRDBSQLite", package: "GRDB.swift")
let argumentParser: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
    name: "candela",
    dependencies: [
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    ],
    targets: [
        // Foreign: C.
        // Lua's C interface, its macros as functions, and the trampoline that raises errors after Swift has returned.
        .target(name: "CLua", exclude: ["README.md"], linkerSettings: [.linkedLibrary("lua5.4")]),
        // The line editor, its variadic calls as functions.
        .target(name: "CLineEditor", linkerSettings: [.linkedLibrary("edit")]),
        // The few hot loops over columns, built for each width of vector a processor may have.
        .target(name: "CColumns", cSettings: [.unsafeFlags(["-O3", "-ffp-contract=off"])]),
        // Child processes, as Linux has them.
        .target(name: "CProcesses"),
        // SHA-256.
        .systemLibrary(name: "CNettle"),
        // gzip, zip and their like.
        .systemLibrary(name: "CLibArchive"),
        // The checksums of gzip.
        .systemLibrary(name: "CZlib"),

        // Ground: child processes, and lines to them.
        .target(name: "Processes", dependencies: ["CProcesses"], swiftSettings: lifetimes),

        // Pillars: a market, a language, a search.
        .target(name: "Lua", dependencies: ["CLua"], swiftSettings: [.treatAllWarnings(as: .error)]),
        .target(
            name: "Candles", dependencies: ["CColumns", "CNettle", "CLibArchive", "CZlib"], swiftSettings: lifetimes),
        .target(name: "Search", swiftSettings: strict),

        // Work: columns to columns, signals to fills; numbers that judge a backtest.
        .target(name: "Indicators", dependencies: ["Candles", "CColumns"], swiftSettings: lifetimes),
        .target(name: "Simulation", dependencies: ["Candles"], exclude: ["README.md"], swiftSettings: strict),
        .target(
            name: "Metrics", dependencies: ["Candles", "Simulation"], exclude: ["README.md"], swiftSettings: strict),

        // Join, keep, offer.
        .target(
            name: "Strategies", dependencies: ["Lua", "Candles", "Indicators", "Simulation", "Search"],
            swiftSettings: strict),
        .target(
            name: "Store", dependencies: ["Candles", "Search", "Simulation", "Metrics", grdb, grdbSQLite],
            swiftSettings: strict),
        .target(
            name: "Research",
            dependencies: [
                "Processes", "Lua", "Candles", "Search", "Indicators", "Simulation", "Strategies", "Metrics", "Store",
            ], exclude: ["Wall/README.md"], swiftSettings: lifetimes),

        // Conversation and program.
        .target(
            name: "Console",
            dependencies: [
                "Lua", "Candles", "Search", "Indicators", "Simulation", "Metrics", "Strategies", "Store", "Research",
            ], swiftSettings: strict),
        .executableTarget(
            name: "candela",
            dependencies: [
                "Processes", "Lua", "Candles", "Search", "Indicators", "Simulation", "Metrics", "Strategies", "Store",
                "Research", "Console", "CLineEditor", argumentParser,
            ], swiftSettings: strict),

        // Proof and timing.
        .target(
            name: "TestSupport", dependencies: ["Candles", "Simulation"], path: "Tests/TestSupport",
            swiftSettings: strict),
        .testTarget(name: "ProcessesTests", dependencies: ["Processes"]),
        .testTarget(name: "LuaTests", dependencies: ["Lua", "CLua", "TestSupport"], exclude: ["Scripts"]),
        .testTarget(
            name: "CandlesTests", dependencies: ["CColumns", "Candles", "TestSupport"], exclude: ["Files"]),
        .testTarget(name: "SearchTests", dependencies: ["Search"]),
        .testTarget(
            name: "IndicatorsTests", dependencies: ["CColumns", "Candles", "Indicators", "TestSupport"],
            exclude: ["Reference"]),
        .testTarget(
            name: "SimulationTests", dependencies: ["Candles", "Simulation", "TestSupport"], exclude: ["Scenarios"]),
        .testTarget(
            name: "MetricsTests", dependencies: ["Candles", "Simulation", "Metrics", "TestSupport"],
            exclude: ["Reference"]),
        .testTarget(
            name: "StrategiesTests",
            dependencies: ["Lua", "Candles", "Search", "Indicators", "Simulation", "Strategies", "TestSupport"],
            exclude: ["Scripts"]),
        .testTarget(
            name: "StoreTests", dependencies: ["Candles", "Search", "Simulation", "Metrics", "Store"],
            exclude: ["Databases"]),
        .testTarget(
            name: "ResearchTests",
            dependencies: [
                "Processes", "Candles", "Search", "Simulation", "Strategies", "Store", "Research", "TestSupport",
            ]),
        .testTarget(
            name: "ConsoleTests",
            dependencies: [
                "Candles", "Search", "Indicators", "Strategies", "Store", "Research", "Console", "TestSupport",
            ],
            exclude: ["Transcripts"]),
        .testTarget(
            name: "candelaTests", dependencies: ["candela", "TestSupport"],
            exclude: ["Transcripts", "BadFiles", "BadFiles.txt"]),
        .executableTarget(
            name: "benchmark",
            dependencies: [
                "CColumns", "Lua", "Candles", "Search", "Indicators", "Simulation", "Metrics", "Strategies", "Store",
                "Research",
            ], path: "Benchmarks",
            exclude: ["README.md", "Strategies", "import-peers", "memory-shared", "peers", "indicators-peers"],
            swiftSettings: strict),
    ]
)

// Fuzzing needs a compiler flag that nothing else wants: scripts/fuzz sets this variable.
if Context.environment["CANDELA_FUZZ"] != nil {
    package.targets.append(
        .executableTarget(
            name: "Fuzz", dependencies: ["Candles"], path: "Tests/Fuzz", exclude: ["Corpus"],
            swiftSettings: lifetimes + [.unsafeFlags(["-parse-as-library"])]))
}
