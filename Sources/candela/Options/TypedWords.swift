/// What was typed, as the parser of the command line is to read it.
enum TypedWords {
    /// A number below 0 behind an option is its value: the parser takes `-0.1` for options of one letter.
    static func arguments(_ words: [String]) -> [String] {
        // What a program is given is its own.
        guard words.first != "run" else { return words }
        var arguments: [String] = []
        for word in words {
            if let last = arguments.last, last.hasPrefix("--"), last.count > 2, !last.contains("="),
                word.hasPrefix("-"), Double(word) != nil
            {
                arguments[arguments.count - 1] = last + "=" + word
            } else {
                arguments.append(word)
            }
        }
        return arguments
    }
}
