import Foundation

/// Found, wanted and both: precision, recall and F1.
struct Score {
    /// What was found and is right, out of `found`, and what was wanted and is there, out of `wanted`; mostly the same number.
    private(set) var rightFound = 0.0
    private(set) var rightWanted = 0.0
    var found = 0.0
    var wanted = 0.0

    init(right: Double = 0, found: Double = 0, wanted: Double = 0) {
        self.init(rightFound: right, found: found, rightWanted: right, wanted: wanted)
    }

    init(rightFound: Double, found: Double, rightWanted: Double, wanted: Double) {
        self.rightFound = rightFound
        self.rightWanted = rightWanted
        self.found = found
        self.wanted = wanted
    }

    var precision: Double { found > 0 ? rightFound / found : 0 }
    var recall: Double { wanted > 0 ? rightWanted / wanted : 0 }
    var f1: Double { precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0 }

    /// One line of a table: "P 81.0  R 63.0  F1 70.8  (27 in gold)".
    var row: String {
        "P \(percent(precision))  R \(percent(recall))  F1 \(percent(f1))  (\(Int(wanted)) in gold)"
    }

    static func + (a: Score, b: Score) -> Score {
        Score(
            rightFound: a.rightFound + b.rightFound,
            found: a.found + b.found,
            rightWanted: a.rightWanted + b.rightWanted,
            wanted: a.wanted + b.wanted
        )
    }

    /// Counts decisions of which `right` were found and wanted.
    mutating func add(_ right: Int, _ found: Int, _ wanted: Int) {
        self = self + Score(right: Double(right), found: Double(found), wanted: Double(wanted))
    }

    /// Counts one decision that is always wanted.
    mutating func count(_ isRight: Bool) { add(isRight ? 1 : 0, 1, 1) }
}

/// A share as a percentage with one decimal, right-aligned.
func percent(_ share: Double) -> String { String(format: "%5.1f", share * 100) }

/// A name padded to the first column of a table.
func label(_ text: String) -> String { text.padding(toLength: 26, withPad: " ", startingAt: 0) }
