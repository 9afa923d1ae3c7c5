import Foundation
import Search
import Store
import Testing

/// A file system of its own for one test, where the test may mount one.
private final class Mount {
    let folder = FileManager.default.temporaryDirectory.appending(path: "candela-\(UUID().uuidString)")

    static let isAllowed = geteuid() == 0 && (try? Mount(megabytes: 1)) != nil

    init(megabytes: Int) throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Self.run("mount", "-t", "tmpfs", "-o", "size=\(megabytes)m", "tmpfs", folder.path)
    }

    deinit {
        try? Self.run("umount", "-l", folder.path)
        try? FileManager.default.removeItem(at: folder)
    }

    func makeReadOnly() throws { try Self.run("mount", "-o", "remount,ro", folder.path) }

    private static func run(_ arguments: String...) throws {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = arguments
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        if process.terminationStatus != 0 { throw CocoaError(.fileWriteUnknown) }
    }
}

@Suite struct FileSystemTests {
    @Test(.enabled(if: Mount.isAllowed, "mounting a file system is not allowed here"))
    func aReadOnlyHomeIsReadAndNotWritten() throws {
        let mount = try Mount(megabytes: 8)
        let home = mount.folder.appending(path: "home")
        try withExtendedLifetime(mount) {
            do {
                let store = try ResultStore(home: home, access: .readWrite, metrics: Sample.metrics)
                let study = try store.createStudy(Sample.plan())
                try store.insert([Sample.trial(0, sharpe: 1)], into: study, metrics: Sample.metrics)
                try store.close()
            }
            try mount.makeReadOnly()

            let reader = try ResultStore(home: home, access: .readOnly, metrics: Sample.metrics + ["a_later_metric"])
            #expect(reader.metrics == Sample.metrics)
            #expect(try reader.trials(of: reader.study("newest")).count == 1)
            #expect(try reader.run(reader.query(named: "leaderboard")).rows.count == 1)
            #expect(throws: StoreError.readOnlyHome(home: home.path)) {
                try ResultStore(home: home, access: .readWrite, metrics: Sample.metrics)
            }
            let other = mount.folder.appending(path: "other")
            #expect(throws: StoreError.readOnlyHome(home: other.path)) {
                try ResultStore(home: other, access: .readWrite, metrics: Sample.metrics)
            }
        }
    }

    @Test(.enabled(if: geteuid() != 0, "root may write everywhere"))
    func aHomeWithoutPermissionIsReadAndNotWritten() throws {
        let home = TemporaryHome()
        try home.open().close()
        try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: home.url.path)
        defer { try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: home.url.path) }
        #expect(try home.open(.readOnly).studies().isEmpty)
        #expect(throws: StoreError.readOnlyHome(home: home.url.path)) { try home.open() }
    }

    @Test(.enabled(if: Mount.isAllowed, "mounting a file system is not allowed here"))
    func aFullHomeKeepsWhatItHas() throws {
        let mount = try Mount(megabytes: 2)
        let home = mount.folder.appending(path: "home")
        try withExtendedLifetime(mount) {
            let store = try ResultStore(home: home, access: .readWrite, metrics: Sample.metrics)
            let study = try store.createStudy(Sample.plan())
            var stored = 0
            let error = #expect(throws: StoreError.self) {
                while stored < 1_000_000 {
                    try store.insert(
                        (stored..<(stored + 256)).map { Sample.trial($0, sharpe: 1) }, into: study,
                        metrics: Sample.metrics)
                    stored += 256
                }
            }
            #expect(error == .fullHome(home: home.path))
            #expect(stored > 0)
            let reader = try ResultStore(home: home, access: .readOnly, metrics: Sample.metrics)
            #expect(try reader.trials(of: study).count == stored)
            #expect(try reader.run(sql: "PRAGMA integrity_check").rows == [[.text("ok")]])
        }
    }

    @Test(.enabled(if: Mount.isAllowed, "mounting a file system is not allowed here"))
    func aHomeThatIsFullFromTheStartSaysSo() throws {
        let mount = try Mount(megabytes: 1)
        withExtendedLifetime(mount) {
            let filler = mount.folder.appending(path: "filler")
            #expect(throws: (any Error).self) { try Data(count: 1 << 20 + 1).write(to: filler) }
            try? Data(count: 1 << 20 - 1 << 14).write(to: filler)
            let home = mount.folder.appending(path: "home")
            #expect(throws: StoreError.fullHome(home: home.path)) {
                try ResultStore(home: home, access: .readWrite, metrics: Sample.metrics)
            }
        }
    }
}
