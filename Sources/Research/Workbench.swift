import Candles
import Metrics
import Store
import Strategies

/// Candles, strategies and results in one hand.
package struct Workbench: Sendable {
    package let home: Home
    package let archive: CandleArchive
    package let shelf: StrategyShelf
    /// What stands between searches and this process; nil where they run in it.
    package let wall: Wall?

    package init(home: Home, wall: Wall? = nil) {
        self.home = home
        self.wall = wall
        archive = CandleArchive(home: home.folder)
        shelf = StrategyShelf(home: home.folder)
    }

    /// The results in the home. Reading needs no right to write; writing makes the database at the first time.
    package func results(_ access: ResultStore.Access) throws -> ResultStore {
        try ResultStore(home: home.folder, access: access, metrics: MetricCatalog.all.map(\.name))
    }

    /// The stored candles that `choice` names, with what a person should know about them.
    package func select(_ choice: CandleChoice) throws -> CandleSelection {
        try CandleSelection(archive.open(symbol: choice.symbol, timeframe: choice.timeframe), choice.amount)
    }
}
