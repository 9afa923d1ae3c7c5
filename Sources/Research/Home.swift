import Foundation

/// The folder of a workbench: results and candles in it, nothing outside it.
package struct Home: Sendable {
    package let folder: URL

    /// The folder named, else `$CANDELA_HOME`, else `.candela` where the program was started.
    package init(_ named: String? = nil, environment: [String: String] = ProcessInfo.processInfo.environment) {
        let path = [named, environment["CANDELA_HOME"]].compactMap(\.self).first { !$0.isEmpty } ?? ".candela"
        folder = URL(filePath: path, directoryHint: .isDirectory)
    }
}
