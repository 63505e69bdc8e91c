import NewsText
import Testing

@Suite("Scalar offsets")
struct ScalarOffsetsTests {
    @Test(
        "every scalar's byte offset gives its place in the text",
        arguments: [
            "", "a", "naïve", "“Qatar’s” — 🇶🇦👨‍👩‍👧", String(repeating: "é", count: 1000),
            String(repeating: "ab€", count: 300),
            String(repeating: "x", count: 256), String(repeating: "😀", count: 64),
        ]
    )
    func everyScalar(_ text: String) {
        let offsets = ScalarOffsets(Array(text.utf8))
        var byte = 0
        for (place, scalar) in text.unicodeScalars.enumerated() {
            #expect(offsets.scalarOffset(ofByte: byte) == place)
            byte += String(scalar).utf8.count
        }
        #expect(offsets.scalarOffset(ofByte: byte) == text.unicodeScalars.count)
        #expect(offsets.count == text.unicodeScalars.count)
    }
}
