import Foundation

/// What headers call their columns, in the languages and by the makers that write candles.
///
/// Names are compared in lower case, with `_` for spaces and without accents.
enum HeaderWords {
    static let times = [
        "timestamp_ms", "timestamp", "unix", "unix_timestamp", "unix_time", "open_time", "opentime", "start_time", "ts",
        "datetime", "date_time", "date/time", "gmt_time", "local_time", "time_utc", "datetime_utc", "utc_time", "date",
        "time", "data", "czas", "datum", "zeit", "zeitstempel", "fecha", "hora", "heure", "ora", "cas",
    ]
    /// Times of which a header says that they are the candle's end.
    static let ends = ["close_time", "closetime", "end_time", "endtime"]
    /// A day that may have the time of the day beside it.
    static let days = ["date", "data", "datum", "fecha", "day"]
    static let clocks = ["time", "czas", "zeit", "uhrzeit", "hora", "heure", "ora", "cas"]
    /// Our own word for candles that were filled in.
    static let filled = "filled"
    static let symbols = ["symbol", "ticker", "tic", "pair", "instrument"]

    static let prices: [(ImportColumn, [String])] = [
        (
            .open,
            [
                "open", "o", "open_price", "otwarcie", "eroffnung", "eroffnungskurs", "erster", "apertura", "ouverture",
                "abertura", "otevreni",
            ]
        ),
        (
            .high,
            [
                "high", "h", "high_price", "najwyzszy", "hoch", "tageshoch", "hochst", "maximo", "max", "haut",
                "plus_haut", "massimo",
            ]
        ),
        (
            .low,
            ["low", "l", "low_price", "najnizszy", "tief", "tagestief", "tiefst", "minimo", "min", "bas", "plus_bas"]
        ),
        (
            .close,
            [
                "close", "c", "close_price", "zamkniecie", "schluss", "schlusskurs", "cierre", "cloture", "chiusura",
                "fechamento", "ultimo", "dernier",
            ]
        ),
    ]
    static let volumes = [
        "volume", "vol", "v", "base_volume", "volume_base", "wolumen", "volumen", "umsatz", "stuck", "volumi",
    ]
    static let tickVolumes = ["tickvol", "tick_volume"]
    /// What stands beside `volume` where it is counted in the quote currency, whatever that is.
    static let quotes = ["currency", "quote", "quote_asset"]

    /// A name of a header as it is compared: ` "<Open Time>" ` is `open_time`, `Eröffnung` is `eroffnung`.
    static func folded(_ field: String) -> String {
        field.folding(options: .diacriticInsensitive, locale: nil)
            .trimmingPrefix { $0.isWhitespace || "\"<".contains($0) }
            .reversed().trimmingPrefix { $0.isWhitespace || "\">".contains($0) }
            .reversed().map { $0 == " " ? "_" : $0 == "ł" || $0 == "Ł" ? "l" : String($0).lowercased() }.joined()
    }
}
