/// How many columns of a terminal a text takes.
package enum TextWidth {
    package static func width(_ text: String) -> Int {
        if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7f }) { return text.utf8.count }
        return text.reduce(0) { $0 + width($1) }
    }

    /// The text, or as much of its beginning as fits with `…` at the end.
    package static func cut(_ text: String, to width: Int) -> String {
        if self.width(text) <= width { return text }
        if width <= 0 { return "" }
        var out = ""
        var used = 0
        for character in text {
            used += self.width(character)
            if used > width - 1 { break }
            out.append(character)
        }
        return out + "…"
    }

    /// The text with blanks before or behind it, up to a width.
    package static func pad(_ text: String, to width: Int, right: Bool) -> String {
        let blanks = String(repeating: " ", count: max(0, width - self.width(text)))
        return right ? blanks + text : text + blanks
    }

    /// Two columns for East Asian wide characters and emoji, none for marks that join the character before.
    private static func width(_ character: Character) -> Int {
        guard let first = character.unicodeScalars.first else { return 0 }
        // U+FE0F asks for the emoji form of what precedes it.
        let isEmoji = first.properties.isEmojiPresentation || character.unicodeScalars.contains("\u{fe0f}")
        if isEmoji || isWide(first.value) { return 2 }
        switch first.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format, .control: return 0
        default: return 1
        }
    }

    private static func isWide(_ value: UInt32) -> Bool {
        guard value >= 0x1100, let index = wide.lastIndex(where: { $0.lowerBound <= value }) else { return false }
        return wide[index].contains(value)
    }

    /// W and F of Unicode's EastAsianWidth.txt, runs of blocks joined; emoji are told by their own property.
    private static let wide: [ClosedRange<UInt32>] = [
        0x1100...0x115f, 0x2329...0x232a, 0x2e80...0x303e, 0x3041...0x3247, 0x3250...0x4dbf, 0x4e00...0xa4c6,
        0xa960...0xa97c, 0xac00...0xd7a3, 0xf900...0xfaff, 0xfe10...0xfe19, 0xfe30...0xfe6b, 0xff01...0xff60,
        0xffe0...0xffe6, 0x16fe0...0x16fff, 0x17000...0x18cff, 0x18d00...0x18d08, 0x1aff0...0x1b2ff, 0x1f200...0x1f265,
        0x20000...0x2fffd, 0x30000...0x3fffd,
    ]
}
