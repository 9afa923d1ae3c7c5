import Lua

/// `help`: what there is, from the libraries themselves.
enum HelpLibrary {
    static func library(_ reference: Reference) -> LuaLibrary {
        LuaLibrary(
            "", "Help.",
            [
                LuaFunction(
                    "help", "name?: any -> string", "What a function or type does: help(\"ta.rsi\"), help(\"series\")."
                ) {
                    call in
                    if call.isNil(1) { return call.return(reference.overview) }
                    let name = call[1].string ?? call[1].typeName
                    guard let text = reference.text(of: name) else {
                        let near = Spelling.nearest(to: name, in: reference.names).map { "; did you mean \($0)?" }
                        throw call.fault("there is nothing called \(LuaFault.printable(name))" + (near ?? ""))
                    }
                    return call.return(text)
                }
            ])
    }
}
