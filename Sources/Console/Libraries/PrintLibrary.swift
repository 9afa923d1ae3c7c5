import Lua

/// `print`, in place of Lua's: values as people read them.
enum PrintLibrary {
    static func library(_ work: SessionWork) -> LuaLibrary {
        LuaLibrary(
            "", "Output.",
            [
                LuaFunction("print", "...", "Writes its arguments as a line; results, series and tables readably.") {
                    call in
                    work.face.output(try ValueText(style: work.face.style).line(call))
                    return call.noResult
                }
            ])
    }
}
