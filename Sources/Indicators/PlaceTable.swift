/// Where things stand, by their hashes: an open table at most half full, which finds in a step or two.
///
/// Swift's dictionary would hash the hash once more, which costs more than all the rest of a look-up.
struct PlaceTable {
    private struct Slot {
        var hash: UInt64 = 0
        /// 0 where the slot is empty.
        var place = 0
    }

    private var slots = [Slot](repeating: Slot(), count: 64)
    private var count = 0

    /// The place above 0 that was put under `hash` and is the one; several may share a hash.
    func place(of hash: UInt64, where isTheOne: (Int) -> Bool) -> Int? {
        unsafe slots.withUnsafeBufferPointer { slots in
            let last = slots.count - 1
            var index = Int(truncatingIfNeeded: hash) & last
            while true {
                let slot = unsafe slots[index]
                if slot.place == 0 { return nil }
                if slot.hash == hash, isTheOne(slot.place) { return slot.place }
                index = (index + 1) & last
            }
        }
    }

    mutating func insert(_ place: Int, under hash: UInt64) {
        if 2 * (count + 1) > slots.count { grow() }
        put(Slot(hash: hash, place: place))
        count += 1
    }

    mutating func remove(_ place: Int, under hash: UInt64) {
        let last = slots.count - 1
        var hole = Int(truncatingIfNeeded: hash) & last
        while slots[hole].place != place {
            if slots[hole].place == 0 { return }
            hole = (hole + 1) & last
        }
        count -= 1
        // What stands behind moves up, unless it would come to stand before where it is looked for.
        var index = hole
        while true {
            index = (index + 1) & last
            guard slots[index].place != 0 else { break }
            let wanted = Int(truncatingIfNeeded: slots[index].hash) & last
            if (index - wanted) & last >= (index - hole) & last {
                slots[hole] = slots[index]
                hole = index
            }
        }
        slots[hole] = Slot()
    }

    private mutating func put(_ slot: Slot) {
        let last = slots.count - 1
        var index = Int(truncatingIfNeeded: slot.hash) & last
        while slots[index].place != 0 { index = (index + 1) & last }
        slots[index] = slot
    }

    private mutating func grow() {
        let full = slots
        slots = [Slot](repeating: Slot(), count: 2 * full.count)
        for slot in full where slot.place != 0 { put(slot) }
    }
}
