extension Metric {
    /// How far price goes for the trades beside how far it goes against them.
    package static let edgeRatio = Metric(
        "edge_ratio", title: "Edge ratio",
        formula: "sum of favorable / sum of adverse excursions",
        undefined: "where price never went against a trade",
        source: "Faith, Way of the Turtle, 2007, who divides by the average true range",
        unit: .ratio, better: .higher, cost: .candles
    ) { $0.excursions.reduce(0) { $0 + $1.favorable }.over($0.excursions.reduce(0) { $0 + $1.adverse }) }
}
