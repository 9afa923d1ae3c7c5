import Candles

/// A computed column: what it is called, what it takes, and one pure function.
///
/// The Lua function `ta.<name>`, help, completion, the reference page and the tests are made from this description.
/// All indicators treat missing values alike: a value that is NaN or infinite ends a stretch, and behind it the
/// indicator starts anew as at the first candle, so its warm-up counts from there. It never changes, and is a class only
/// because a copy of so many parts would be felt in each call of a script.
package final class Indicator: Sendable, Identifiable {
    /// The trader's short name, as in TA-Lib or Pine.
    package let name: String
    package let title: String
    /// One sentence: what it tells.
    package let summary: String
    /// How it is computed, with its seed, and what is undefined.
    package let formula: String
    /// Book and page, or the library whose numbers it gives.
    package let source: String

    package let inputs: [Input]
    package let options: [Option]
    package let outputs: [Output]

    /// How many leading candles are without a value, for each output, counted from the first candle on which all inputs
    /// have one.
    package let warmups: @Sendable (Options) -> [Int]

    /// Gives numbers of series alone, which are worth keeping; masks are cheaper to make than to keep or to tell apart.
    let isKept: Bool

    private let compute: @Sendable (Arguments) -> [Value]

    package var id: String { name }

    /// An indicator whose outputs begin one after another.
    package init(
        _ name: String, title: String, summary: String, formula: String, source: String,
        inputs: [Input], options: [Option] = [], outputs: [Output],
        warmups: @escaping @Sendable (Options) -> [Int], compute: @escaping @Sendable (Arguments) -> [Value]
    ) {
        self.name = name
        self.title = title
        self.summary = summary
        self.formula = formula
        self.source = source
        self.inputs = inputs
        self.options = options
        self.outputs = outputs
        self.warmups = warmups
        self.compute = compute
        isKept = outputs.contains { $0.kind != .mask } && !inputs.contains { $0.kind == .mask }
    }

    /// An indicator whose outputs begin together.
    package convenience init(
        _ name: String, title: String, summary: String, formula: String, source: String,
        inputs: [Input], options: [Option] = [], outputs: [Output],
        warmup: @escaping @Sendable (Options) -> Int, compute: @escaping @Sendable (Arguments) -> [Value]
    ) {
        self.init(
            name, title: title, summary: summary, formula: formula, source: source, inputs: inputs, options: options,
            outputs: outputs, warmups: { options in outputs.map { _ in warmup(options) } }, compute: compute)
    }

    /// How many leading candles pass before every output has a value.
    package func warmup(_ options: Options) -> Int { warmups(options).max() ?? 0 }

    /// The outputs for these inputs, a column each, of the inputs' length.
    ///
    /// Inputs are of equal length and options within their ranges: whoever takes them from a person checks before.
    package func callAsFunction(_ inputs: [Series], _ options: [Double], masks: [Mask] = []) -> [Value] {
        precondition(inputs.count + masks.count == self.inputs.count, "\(name) takes \(self.inputs.count) inputs")
        let arguments = Arguments(inputs: inputs, masks: masks, options: self.options(options))
        precondition(
            inputs.allSatisfy { $0.count == arguments.count } && masks.allSatisfy { $0.count == arguments.count },
            "columns of unequal length")
        return compute(arguments)
    }

    /// Options by position; those that are missing at the end take their defaults.
    package func options(_ values: [Double] = []) -> Options {
        precondition(values.count <= options.count, "\(name) takes \(options.count) options")
        var values = values
        for option in options[values.count...] { values.append(option.defaultValue) }
        for index in options.indices {
            precondition(options[index].accepts(values[index]), "an option of \(name) is out of range")
        }
        return Options(options: options, values: values)
    }
}
