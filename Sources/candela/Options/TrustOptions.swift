import ArgumentParser
import Foundation

/// Whether a program may do what a script of somebody else must not.
struct TrustOptions: ParsableArguments {
    @Flag(
        name: .customLong("unsafe"),
        help: "Give the program Lua's io and os, and modules of its folder. Strategies never have them.")
    var isTrusted = false

    /// The folder of the program at `path`, where it is trusted.
    func folder(of path: String) -> URL? {
        isTrusted ? URL(filePath: path).deletingLastPathComponent() : nil
    }
}
