import Search
import Strategies

extension LuaStrategy {
    /// Candles of warm-up that all trials of a study get: the most that the strategy asks for at the corners of its
    /// space and at its defaults.
    func largestWarmup() throws -> Int {
        var corners = [space.defaults]
        for dimension in space.dimensions.prefix(10) {
            let ends = [dimension.value(atUnit: 0), dimension.value(atUnit: 1.0.nextDown)]
            corners = corners.flatMap { corner in ends.map { corner.setting([dimension.name: $0]) } }
        }
        return try (corners + [space.defaults]).map { try warmup($0) }.max() ?? 0
    }
}
