/// A script's name and text.
package struct LuaScript: Sendable, Hashable {
    /// Shown in messages: `strategies/sma_crossover.lua`.
    package let name: String
    package let text: String

    package init(name: String, text: String) {
        self.name = name
        self.text = text
    }
}
