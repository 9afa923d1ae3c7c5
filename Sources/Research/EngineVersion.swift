/// The version of what computes results; stored with each of them.
///
/// It changes whenever the same script, parameters and candles may give another number.
package enum EngineVersion {
    package static let current = "0.1.0"
}
