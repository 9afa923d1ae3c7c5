import Indicators
import Lua

extension LuaSignature {
    /// What `ta.<name>` takes and gives.
    init(_ indicator: Indicator) {
        self.init(
            indicator.inputs.map { LuaParameter($0.name, $0.luaType) }
                + indicator.options.map { option in
                    LuaParameter(
                        option.name, option.luaType, default: option.defaultText,
                        "\(option.requirement), \(option.defaultText) unless told")
                },
            gives: indicator.outputs.map { LuaParameter($0.name, $0.luaType) })
    }
}

extension Indicator.Input {
    fileprivate var luaType: String {
        switch kind {
        case .series: LuaSeries.luaType.word
        case .level: LuaSeries.luaType.word + "|number"
        case .mask: LuaMask.luaType.word
        }
    }
}

extension Indicator.Output {
    fileprivate var luaType: String {
        switch kind {
        case .series, .score: LuaSeries.luaType.word
        case .mask: LuaMask.luaType.word
        }
    }
}

extension Indicator.Option {
    fileprivate var luaType: String {
        switch kind {
        case .whole: "integer"
        case .real: "number"
        case .choice(let choices): choices.map { "\"\($0.name)\"" }.joined(separator: "|") + "|integer"
        }
    }
}
