import Candles
import Processes
import Search
import Simulation
import Strategies

// What crosses once a study, field by field in the order of its declaration.
extension ByteWriter {
    mutating func put(_ order: StudyOrder) {
        put(order.script)
        put(order.warmup) { $0.put($1) }
        put(order.sampler)
        put(order.trials) { $0.put($1) }
        put(order.seed.value)
        put(order.objective.metric)
        put(order.objective.direction.rawValue)
        put(order.settings)
        put(order.workers)
        put(order.timeLimit)
        put(order.trialTimeLimit)
    }

    mutating func put(_ script: StrategyScript) {
        put(script.name)
        put(script.path)
        put(script.text)
        put(script.modules) { writer, module in
            writer.put(module.name)
            writer.put(module.path)
            writer.put(module.text)
        }
        put(script.refusals.sorted { $0.key < $1.key }) { writer, refusal in
            writer.put(refusal.key)
            writer.put(refusal.value)
        }
    }

    mutating func put(_ settings: SimulationSettings) {
        put(settings.costs.fee)
        put(settings.costs.slippage)
        put(settings.fillRule.rawValue)
        put(settings.startingCash)
        put(settings.daysPerYear) { $0.put($1) }
        put(settings.way.rawValue)
    }

    mutating func put(_ time: Duration) {
        put(Int(time.components.seconds))
        put(Int(time.components.attoseconds))
    }

    mutating func put(_ outline: StudyOutline) {
        put(outline.strategy)
        put(outline.warmup)
        put(outline.trials)
        put(outline.parameters) { $0.put($1) }
        put(outline.points) { $0.put($1) }
    }

    mutating func put(_ suspicion: Suspicion) {
        put(suspicion.suspects) { $0.put($1) }
        put(suspicion.verdicts.sorted { $0.key < $1.key }) { writer, verdict in
            writer.put(verdict.key)
            writer.put(verdict.value.reason)
            writer.put(verdict.value.isTimed)
        }
    }

    mutating func put(_ fault: StudyFault) {
        put(fault.kind.rawValue)
        put(fault.description)
    }
}

extension ByteReader {
    mutating func order() throws(ProcessError) -> StudyOrder {
        let script = try script()
        let warmup = try optional { reader throws(ProcessError) in try reader.integer() }
        let sampler = try text()
        let trials = try optional { reader throws(ProcessError) in try reader.integer() }
        let seed = Seed(try word())
        let metric = try text()
        guard let direction = Direction(rawValue: try text()) else { throw .malformed }
        let settings = try settings()
        return StudyOrder(
            script: script, warmup: warmup, sampler: sampler, trials: trials, seed: seed,
            objective: Objective(metric: metric, direction: direction), settings: settings, workers: try integer(),
            timeLimit: try duration(), trialTimeLimit: try duration())
    }

    mutating func script() throws(ProcessError) -> StrategyScript {
        let (name, path, text) = (try text(), try text(), try text())
        let modules = try list { reader throws(ProcessError) in
            StrategyScript.Module(name: try reader.text(), path: try reader.text(), text: try reader.text())
        }
        let refusals = try list { reader throws(ProcessError) in (try reader.text(), try reader.text()) }
        return StrategyScript(
            name: name, path: path, text: text, modules: modules,
            refusals: Dictionary(refusals, uniquingKeysWith: { $1 }))
    }

    mutating func settings() throws(ProcessError) -> SimulationSettings {
        let costs = Costs(fee: try double(), slippage: try double())
        guard let rule = FillRule(rawValue: try text()) else { throw .malformed }
        let cash = try double()
        let days = try optional { reader throws(ProcessError) in try reader.double() }
        guard let way = SimulationSettings.Way(rawValue: try text()) else { throw .malformed }
        return SimulationSettings(costs: costs, fillRule: rule, startingCash: cash, daysPerYear: days, way: way)
    }

    mutating func duration() throws(ProcessError) -> Duration {
        Duration(secondsComponent: Int64(try integer()), attosecondsComponent: Int64(try integer()))
    }

    mutating func outline() throws(ProcessError) -> StudyOutline {
        StudyOutline(
            strategy: try text(), warmup: try integer(), trials: try integer(),
            parameters: try list { reader throws(ProcessError) in try reader.text() },
            points: try optional { reader throws(ProcessError) in try reader.integer() })
    }

    mutating func suspicion() throws(ProcessError) -> Suspicion {
        var suspicion = Suspicion()
        suspicion.suspects = try list { reader throws(ProcessError) in try reader.integer() }
        for _ in 0..<(try count()) {
            let number = try integer()
            suspicion.verdicts[number] = Suspicion.Verdict(reason: try text(), isTimed: try boolean())
        }
        return suspicion
    }

    mutating func fault() throws(ProcessError) -> StudyFault {
        guard let kind = StudyFault.Kind(rawValue: try byte()) else { throw .malformed }
        return StudyFault(kind, try text())
    }
}
