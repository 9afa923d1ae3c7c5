import Glibc

/// A thread with a name and 8 MiB of stack, which an interpreter's recursion needs: a pool's threads have an unknown
/// size and are not to be blocked.
package struct OwnThread: Sendable {
    private let thread: pthread_t

    /// Runs `body` on a thread of its own. `name` shows in `top -H`, its first 15 bytes.
    package init(_ name: String, _ body: @escaping @Sendable () -> Void) throws(SearchError) {
        var attributes = pthread_attr_t()
        unsafe pthread_attr_init(&attributes)
        unsafe pthread_attr_setstacksize(&attributes, 8 << 20)
        defer { unsafe pthread_attr_destroy(&attributes) }
        let start = unsafe Unmanaged.passRetained(Start(name, body))
        var thread = pthread_t()
        let code = unsafe pthread_create(
            &thread, &attributes,
            { argument in
                guard let argument = unsafe argument else { return nil }
                let start = unsafe Unmanaged<Start>.fromOpaque(argument).takeRetainedValue()
                nameThisThread(start.name)
                start.body()
                return nil
            }, start.toOpaque())
        guard code == 0 else {
            unsafe start.release()
            throw .noThread(name: name, code: code)
        }
        self.thread = thread
    }

    /// Waits for its end; to be called once.
    package func join() {
        pthread_join(thread, nil)
    }

    private final class Start: Sendable {
        let name: String
        let body: @Sendable () -> Void

        init(_ name: String, _ body: @escaping @Sendable () -> Void) {
            self.name = name
            self.body = body
        }
    }
}

/// Names are for people who look at the process; where the system has none, there is none.
private func nameThisThread(_ name: String) {
    guard let file = unsafe fopen("/proc/thread-self/comm", "w") else { return }
    unsafe fputs(name, file)
    unsafe fclose(file)
}
