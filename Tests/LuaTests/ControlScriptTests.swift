import Foundation
import Lua
import TestSupport
import Testing

/// Scripts that use much and do nothing wrong: no limit may meet them.
@Suite struct ControlScriptTests {
    @Test(arguments: HostileScript.control) func nothingStandsInItsWay(script: HostileScript) async {
        let text = await onWorkerThread {
            let lua = makeState()
            do { return try lua.text(script.text, name: script.name + ".lua") } catch { return "\(error)" }
        }
        #expect(text == "fine", "\(script.name)")
    }

    @Test func thereAreTwelve() { #expect(HostileScript.control.count == 12) }
}
