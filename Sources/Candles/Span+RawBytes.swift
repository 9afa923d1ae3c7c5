extension Span where Element: BitwiseCopyable & Numeric {
    /// The memory behind numbers, which have no padding.
    var rawBytes: RawSpan {
        @_lifetime(copy self)
        get { unsafe bytes }
    }
}
