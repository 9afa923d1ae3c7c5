import Candles
import Indicators
import Lua
import Research
import Store
import Strategies

/// What the functions of a session work with.
final class SessionWork {
    let workbench: Workbench
    let stop: SessionStop
    var face: SessionFace

    /// Columns that the session has computed.
    let cache = ColumnCache()

    private struct Loaded {
        weak var candles: LuaCandles?
        let selection: CandleSelection
    }

    /// Candles that scripts hold, each with what it takes to get those before them.
    private var loaded: [Loaded] = []

    init(_ workbench: Workbench, stop: SessionStop, face: SessionFace) {
        self.workbench = workbench
        self.stop = stop
        self.face = face
    }

    /// Candles for a script. A backtest over them gets its warm-up from where they came.
    func candles(_ selection: CandleSelection) -> LuaCandles {
        for notice in selection.notices { face.notice(notice) }
        let candles = LuaCandles(selection.candles, cache: cache)
        loaded.removeAll { $0.candles == nil }
        loaded.append(Loaded(candles: candles, selection: selection))
        return candles
    }

    func selection(of candles: LuaCandles) -> CandleSelection {
        loaded.first { $0.candles === candles }?.selection ?? CandleSelection(candles.candles)
    }

    func results(_ access: ResultStore.Access = .readOnly) throws -> ResultStore {
        try workbench.results(access)
    }
}
