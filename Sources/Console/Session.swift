import Foundation
import Lua
import Research
import Strategies

/// A conversation in Lua with the whole workbench in reach: text in; output, value, "incomplete" or an error out.
///
/// What stands behind the prompt, programs and notebooks. Globals stay from one input to the next, also after an error.
/// Use it from one thread at a time, with 8 MiB of stack; `stop` may be used from any.
package final class Session {
    /// What came of an input.
    package enum Outcome {
        /// It ran. The text of its value where it was an expression that has one.
        case value(String?)
        /// More lines may make it whole.
        case incomplete
        /// Somebody stopped it.
        case interrupted
        case failed(SessionFault)
    }

    /// Ends what runs.
    package let stop: SessionStop

    let lua: LuaState
    let work: SessionWork
    let reference: Reference
    let environment: LuaReference
    private let display: LuaReference
    private var inputs: UInt64 = 0

    /// Much more than a strategy may have: a person sits there and sees what happens.
    private static let limits = LuaLimits(memory: 1 << 30, time: .seconds(1 << 40))

    /// - Parameter trusted: the folder of a program that its user trusts with files and the machine: `io` and `os` are
    ///   there, and `require` looks in the folder first.
    package init(_ workbench: Workbench, face: SessionFace, trusted folder: URL? = nil) {
        lua = LuaState(folder == nil ? .program : .trusted, limits: Self.limits)
        stop = SessionStop(lua.stopHandle)
        work = SessionWork(workbench, stop: stop, face: face)
        let libraries = WorkbenchLibrary.all(work)
        reference = Reference(libraries, types: WorkbenchLibrary.types)
        for library in libraries + [HelpLibrary.library(reference)] { lua.install(library) }
        environment = lua.makeEnvironment()
        display = lua.keep(ValueText.function(work))
        let shelf = StrategyShelf(folders: [folder].compactMap(\.self) + workbench.shelf.folders)
        lua.resolver = { name in
            let module = try shelf.module(name)
            return LuaScript(name: module.path, text: module.text)
        }
    }

    /// How values look from now on, for a terminal that changes its width.
    package var style: TextStyle {
        get { work.face.style }
        set { work.face.style = newValue }
    }

    /// The global `arg` as Lua programs know it: `arg[0]` the program, from 1 what follows it.
    package func setArguments(_ arguments: [String], program: String) {
        lua.lend(environment) { slot in
            _ = slot.table { globals in
                globals.set("arg") { stack in
                    stack.pushTable { table in
                        table.set(at: 0, .string(program))
                        for (index, argument) in arguments.enumerated() { table.set(at: index + 1, .string(argument)) }
                    }
                }
            }
        }
    }

    /// Runs an input. A bare expression gives its value; `name` stands before the line in messages. Where no more lines
    /// can come, as in a file, an input that is not whole is a fault.
    package func run(_ text: String, name: String = "input", isWhole: Bool = false) -> Outcome {
        inputs += 1
        lua.beginRun(seed: inputs)
        defer { stop.allow() }
        do {
            return .value(try value(of: chunk(isWhole ? text : LastingLocals.text(text, compiles: compiles), name)))
        } catch let error as LuaError where error.isIncomplete && !isWhole {
            return .incomplete
        } catch let error as LuaError where error.limit == .stopped {
            return .interrupted
        } catch {
            return .failed(SessionFault(error))
        }
    }

    /// Runs the program in a file.
    package func run(file path: String) -> Outcome {
        do {
            // Without a slash the shelf would be searched.
            let script = try work.workbench.shelf.script(path.contains("/") ? path : "./" + path)
            return run(script.text, name: path, isWhole: true)
        } catch {
            return .failed(SessionFault(error))
        }
    }

    private func compiles(_ text: String) -> Bool { (try? lua.compile(LuaScript(name: "", text: text))) != nil }

    /// An expression first, then statements; a first line `#!…` is for the shell.
    private func chunk(_ text: String, _ name: String) throws -> LuaReference {
        if let expression = try? lua.compile(LuaScript(name: name, text: "return " + text)) { return expression }
        return try lua.compile(LuaScript(name: name, text: text.hasPrefix("#") ? "--" + text : text))
    }

    private func value(of chunk: LuaReference) throws -> String? {
        let values = try lua.run(chunk, in: environment) { $0.values }
        guard !values.isEmpty else { return nil }
        return try lua.call(display, { stack in for value in values { stack.push(value) } }) { $0[1].string }
    }
}

extension LuaState {
    /// A Swift function for Swift to call: what it throws and where is then as if a script had called it.
    fileprivate func keep(_ function: LuaFunction) -> LuaReference {
        let holder = makeTable { $0.set("function") { $0.push(function) } }
        guard let kept = lend(holder, { $0.table { $0.reference("function") } ?? nil }) else {
            preconditionFailure("a table holds what was stored in it")
        }
        return kept
    }
}
