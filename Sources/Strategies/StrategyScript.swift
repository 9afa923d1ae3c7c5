import Lua

/// A strategy's text, read once together with the modules it requires: a value that workers share.
package struct StrategyScript: Hashable, Sendable {
    /// Another file that the script requires by name.
    package struct Module: Hashable, Sendable {
        /// As `require` is given it: `shared.regime`.
        package let name: String
        package let path: String
        package let text: String

        package init(name: String, path: String, text: String) {
            self.name = name
            self.path = path
            self.text = text
        }
    }

    /// The file's name without its ending: `sma_crossover`.
    package let name: String
    /// Where it was read, as messages show it.
    package let path: String
    package let text: String
    package let modules: [Module]
    /// Why a required name was not read: it is not there, or leads out of the shelf.
    package let refusals: [String: String]

    package init(name: String, path: String, text: String, modules: [Module] = []) {
        self.init(name: name, path: path, text: text, modules: modules, refusals: [:])
    }

    package init(name: String, path: String, text: String, modules: [Module], refusals: [String: String]) {
        self.name = name
        self.path = path
        self.text = text
        self.modules = modules
        self.refusals = refusals
    }

    /// The comment lines at the top, without their dashes: the idea, and why it might work. Annotations are for editors.
    package var description: [String] {
        text.split(separator: "\n", omittingEmptySubsequences: false)
            .prefix { $0.hasPrefix("--") && !$0.hasPrefix("--[") && !$0.hasPrefix("---@") }
            .map { String($0.drop { $0 == "-" || $0 == " " }) }
    }

    /// What `require` gives for a name: a module that was read with the script, nothing else.
    func module(named name: String) throws -> LuaScript? {
        if let module = modules.first(where: { $0.name == name }) {
            return LuaScript(name: module.path, text: module.text)
        }
        if let refusal = refusals[name] { throw LuaArgumentFault(message: refusal) }
        throw LuaArgumentFault(
            message:
                "there is no module \"\(name)\"; a module's name is written as a plain text: require \"shared.regime\"")
    }
}
