import Candles
import Foundation

extension Indicator {
    package static let htSine = Indicator(
        "ht_sine", title: "Sine wave of the cycle",
        summary: "The dominant cycle as a wave, and that wave an eighth of a cycle ahead; they cross at its turns.",
        formula: "sin(phase) and sin(phase + 45 degrees) of the dominant cycle.",
        source: "Ehlers, Rocket Science for Traders, 2001, p. 95; TA-Lib HT_SINE",
        inputs: [.source], outputs: [.series("sine"), .series("leadsine")], warmup: { _ in DominantCycle.warmup }
    ) { arguments in
        let source = arguments.inputs[0]
        return [.series(source.dominantCycle { $0.sine }), .series(source.dominantCycle { $0.leadSine })]
    }
}

extension DominantCycle {
    var sine: Double { sin(phase * .pi / 180) }
    var leadSine: Double { sin((phase + 45) * .pi / 180) }
}
