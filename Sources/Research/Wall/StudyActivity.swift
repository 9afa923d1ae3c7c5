import Processes

/// Who is who on the activity page of a study.
enum StudyActivity {
    /// Loads the script; its work has no number of its own.
    static let loading = 0
    /// Calls `where`; its work is the number of the call.
    static let condition = 1
    /// The first worker; its work is the number of the trial.
    static let workers = 2

    static func slots(workers count: Int) -> Int { workers + count }
}
