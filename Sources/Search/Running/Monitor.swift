import Glibc

/// State behind a lock, and a way to wait until it changes.
///
/// `Synchronization.Mutex` cannot wait, and the thread sanitizer does not know it. Time is nanoseconds of the monotonic
/// clock, which no one sets.
///
/// Unchecked, because the compiler cannot see that `state` is only touched between lock and unlock; safe, because the
/// pointers stay inside, from `init` to `deinit`.
@safe package final class Monitor<State: Sendable>: @unchecked Sendable {
    private let lock: UnsafeMutablePointer<pthread_mutex_t>
    private let change: UnsafeMutablePointer<pthread_cond_t>
    private var state: State

    package init(_ state: State) {
        self.state = state
        unsafe lock = .allocate(capacity: 1)
        unsafe lock.initialize(to: pthread_mutex_t())
        unsafe change = .allocate(capacity: 1)
        unsafe change.initialize(to: pthread_cond_t())
        unsafe pthread_mutex_init(lock, nil)
        var attributes = pthread_condattr_t()
        unsafe pthread_condattr_init(&attributes)
        unsafe pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC)
        unsafe pthread_cond_init(change, &attributes)
        unsafe pthread_condattr_destroy(&attributes)
    }

    deinit {
        unsafe pthread_cond_destroy(change)
        unsafe pthread_mutex_destroy(lock)
        unsafe change.deallocate()
        unsafe lock.deallocate()
    }

    /// Reads or changes the state, and wakes those who wait for a change.
    @discardableResult
    package func change<Result>(_ body: (inout State) throws -> Result) rethrows -> Result {
        unsafe pthread_mutex_lock(lock)
        defer {
            unsafe pthread_cond_broadcast(change)
            unsafe pthread_mutex_unlock(lock)
        }
        return try body(&state)
    }

    /// Waits until `body` gives a result; nil when `deadline` passes first.
    package func wait<Result>(until deadline: UInt64? = nil, for body: (inout State) -> Result?) -> Result? {
        unsafe pthread_mutex_lock(lock)
        defer { unsafe pthread_mutex_unlock(lock) }
        while true {
            if let result = body(&state) { return result }
            if let deadline {
                if monotonicTime() >= deadline { return nil }
                var time = timespec(tv_sec: Int(deadline / 1_000_000_000), tv_nsec: Int(deadline % 1_000_000_000))
                unsafe pthread_cond_timedwait(change, lock, &time)
            } else {
                unsafe pthread_cond_wait(change, lock)
            }
        }
    }
}

/// Nanoseconds of the monotonic clock.
package func monotonicTime() -> UInt64 {
    var time = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
}

/// A duration in nanoseconds, none below 0 and none above 30 years.
package func nanoseconds(_ duration: Duration) -> UInt64 {
    UInt64(min(max(duration / .nanoseconds(1), 0), 1e18))
}
