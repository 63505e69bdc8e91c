// Numbers of a payload.
//
// A number of at most 15 digits and no exponent is m / 10^k with both exact in a double, and IEEE 754 rounds the
// quotient correctly; all others go through the standard library.
// SOURCE. Clinger, "How to read floating point numbers accurately", PLDI 1990, section 4.

extension PayloadReader {
    private static let powersOfTen: [Double] = [
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
    ]

    /// Reads a whole number.
    mutating func integer() throws(PayloadError) -> Int64 {
        let number = try number()
        if number.isShort, number.decimals == nil { return number.signed }
        guard let value = Int64(number.text) else { throw error("this is no whole number") }
        return value
    }

    /// Reads a number.
    mutating func real() throws(PayloadError) -> Double {
        let number = try number()
        if number.isShort, number.signed != 0 {
            return Double(number.signed) / Self.powersOfTen[number.decimals ?? 0]
        }
        guard let value = Double(number.text), value.isFinite else {
            throw error("this number is out of range")
        }
        return value
    }

    /// Goes behind a number.
    mutating func number() throws(PayloadError) -> JSONNumber {
        skipBlanks()
        let start = index
        let isNegative = takeIf(UInt8(ascii: "-"))
        var digits = JSONNumber.Digits()
        if takeIf(UInt8(ascii: "0")) {
            digits.count = 1
        } else {
            try take(&digits)
        }
        var decimals: Int?
        if takeIf(UInt8(ascii: ".")) {
            let before = digits.count
            try take(&digits)
            decimals = digits.count - before
        }
        var hasExponent = false
        if takeIf(UInt8(ascii: "e")) || takeIf(UInt8(ascii: "E")) {
            hasExponent = true
            if !takeIf(UInt8(ascii: "+")) { _ = takeIf(UInt8(ascii: "-")) }
            var exponent = JSONNumber.Digits()
            try take(&exponent)
        }
        return JSONNumber(
            bytes: UnsafeBufferPointer(rebasing: bytes[start..<index]),
            isShort: digits.count <= 15 && !hasExponent,
            signed: isNegative ? -digits.value : digits.value,
            decimals: decimals
        )
    }

    private mutating func takeIf(_ byte: UInt8) -> Bool {
        guard index < bytes.count, bytes[index] == byte else { return false }
        index += 1
        return true
    }

    private mutating func take(_ digits: inout JSONNumber.Digits) throws(PayloadError) {
        let start = index
        while index < bytes.count, bytes[index] &- UInt8(ascii: "0") <= 9 {
            digits.value = digits.value &* 10 &+ Int64(bytes[index] &- UInt8(ascii: "0"))
            digits.count += 1
            index += 1
        }
        guard index > start else { throw error("a digit is expected") }
    }
}

/// A number as it is written.
struct JSONNumber {
    fileprivate let bytes: UnsafeBufferPointer<UInt8>
    /// Whether it has no exponent and so few digits that `signed` holds them all.
    fileprivate let isShort: Bool
    /// Its digits without the point.
    fileprivate let signed: Int64
    /// How many digits stand behind the point; nil without one.
    fileprivate let decimals: Int?

    fileprivate struct Digits {
        var value: Int64 = 0
        var count = 0
    }

    fileprivate var text: String { String(decoding: bytes, as: UTF8.self) }
}
