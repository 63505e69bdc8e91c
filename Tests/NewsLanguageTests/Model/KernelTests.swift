import Foundation
import NewsKernels
import Testing

@Suite("Kernels")
struct KernelTests {
    private static let sets = [NewsInstructionSet.portable, .AVX2, .AVX512, .NEON]
        .filter { news_has_instruction_set($0) }

    @Test("multiply int8 rows exactly, whatever the sizes", arguments: sets, [1, 3, 4, 7, 8, 13, 51])
    func multiply(set: NewsInstructionSet, rows: Int) {
        var random = SplitMix(seed: UInt64(rows))
        for (inputs, outputs) in [(16, 16), (48, 48), (192, 80), (384, 32), (784, 16)] {
            let numbers = (0..<(rows * inputs)).map { _ in Int8.random(in: -127...127, using: &random) }
            let panels = (0..<(inputs * outputs)).map { _ in Int8.random(in: -127...127, using: &random) }
            let scales = (0..<rows).map { _ in Float.random(in: 0.01...1, using: &random) }
            let outputScales = (0..<outputs).map { _ in Float.random(in: 0.01...1, using: &random) }
            let biases = (0..<outputs).map { _ in Float.random(in: -9...9, using: &random) }
            let found = product(
                set,
                numbers,
                scales,
                rows: rows,
                inputs: inputs,
                layer: (panels, outputScales, biases)
            )
            for row in 0..<rows {
                for output in 0..<outputs {
                    let sum = (0..<inputs).reduce(0) { sum, input in
                        let cell =
                            ((output / 16) * (inputs / 4) + input / 4) * 64 + output % 16 * 4 + input % 4
                        return sum + Int(numbers[row * inputs + input]) * Int(panels[cell])
                    }
                    let expected = Float(sum) * (scales[row] * outputScales[output]) + biases[output]
                    #expect(found[row * outputs + output] == expected)
                }
            }
        }
    }

    @Test("round rows to int8 within half a step, zeros included", arguments: sets)
    func quantise(set: NewsInstructionSet) {
        var random = SplitMix(seed: 5)
        let values = (0..<96).map { $0 < 48 ? Float.random(in: -7...7, using: &random) : 0 }
        var numbers = Array(repeating: Int8(99), count: 96)
        var scales: [Float] = [0, 0]
        news_quantise(set, values, 2, 48, &numbers, &scales)
        #expect(numbers.map { abs(Int($0)) }.max() == 127)
        #expect(numbers[48...].allSatisfy { $0 == 0 })
        for index in 0..<48 {
            #expect(abs(Float(numbers[index]) * scales[0] - values[index]) <= scales[0] * 0.5001)
        }
    }

    @Test("compute GELU far finer than int8 can tell", arguments: sets)
    func gelu(set: NewsInstructionSet) {
        let inputs = (0..<1648).map { Float($0) / 1648 * 24 - 12 }
        var values = inputs
        news_gelu(set, &values, values.count)
        for (x, found) in zip(inputs, values) {
            let expected = 0.5 * Double(x) * (1 + erf(Double(x) / 2.0.squareRoot()))
            #expect(abs(Double(found) - expected) < (abs(x) < 8 ? 4e-5 : 1e-4))
        }
    }

    @Test("attend as the formula says", arguments: sets, [1, 2, 15, 16, 17, 40])
    func attend(set: NewsInstructionSet, length: Int) {
        var random = SplitMix(seed: UInt64(length))
        let heads = 2
        let width = 32
        let hidden = heads * width
        let qkv = (0..<(length * 3 * hidden)).map { _ in Float.random(in: -2...2, using: &random) }
        var scratch = Array(repeating: Float(0), count: news_attention_scratch(length, width))
        var found = Array(repeating: Float(0), count: length * hidden)
        news_attend(set, qkv, length, heads, width, &scratch, &found)
        func part(_ index: Int, row: Int, head: Int, at offset: Int) -> Double {
            Double(qkv[row * 3 * hidden + index * hidden + head * width + offset])
        }
        for head in 0..<heads {
            for row in 0..<length {
                let weights = (0..<length).map { key in
                    let score = (0..<width).reduce(0) { sum, at in
                        sum + part(0, row: row, head: head, at: at) * part(1, row: key, head: head, at: at)
                    }
                    return exp(score / Double(width).squareRoot())
                }
                let total = weights.reduce(0, +)
                for at in 0..<width {
                    let expected =
                        (0..<length).reduce(0) { $0 + weights[$1] * part(2, row: $1, head: head, at: at) }
                        / total
                    #expect(abs(Double(found[row * hidden + head * width + at]) - expected) < 1e-4)
                }
            }
        }
    }

    @Test("give the same bits as the portable kernels", arguments: sets, [1, 2, 7, 33])
    func sameBits(set: NewsInstructionSet, rows: Int) {
        var random = SplitMix(seed: UInt64(rows))
        let width = 32
        let values = (0..<(rows * 3 * width)).map { _ in Float.random(in: -6...6, using: &random) }
        func bits(_ set: NewsInstructionSet) -> [UInt32] {
            var scratch = Array(repeating: Float(0), count: news_attention_scratch(rows, width))
            var attended = Array(repeating: Float(0), count: rows * width)
            news_attend(set, values, rows, 1, width, &scratch, &attended)
            var gelu = values
            news_gelu(set, &gelu, gelu.count)
            var normal = values
            news_add_and_normalise(set, &normal, values, rows, 3 * width, values, values)
            var products = Array(repeating: Float(0), count: rows * rows)
            news_row_products(set, values, 3 * width, rows, values, 3 * width, rows, width, &products)
            var numbers = Array(repeating: Int8(0), count: values.count)
            var scales = Array(repeating: Float(0), count: rows)
            news_quantise(set, values, rows, 3 * width, &numbers, &scales)
            return (attended + gelu + normal + products + scales + numbers.map(Float.init)).map(\.bitPattern)
        }
        #expect(bits(set) == bits(.portable))
    }

    private func product(
        _ set: NewsInstructionSet,
        _ numbers: [Int8],
        _ scales: [Float],
        rows: Int,
        inputs: Int,
        layer: (panels: [Int8], scales: [Float], biases: [Float])
    ) -> [Float] {
        let outputs = layer.biases.count
        var results = Array(repeating: Float.nan, count: rows * outputs)
        layer.panels.withUnsafeBufferPointer { panels in
            layer.scales.withUnsafeBufferPointer { outputScales in
                layer.biases.withUnsafeBufferPointer { biases in
                    guard let panels = panels.baseAddress, let outputScales = outputScales.baseAddress,
                        let biases = biases.baseAddress
                    else { return }
                    var dense = NewsDenseLayer(
                        panels: panels,
                        scales: outputScales,
                        biases: biases,
                        inputs: inputs,
                        outputs: outputs
                    )
                    news_multiply(set, numbers, scales, rows, &dense, &results)
                }
            }
        }
        return results
    }
}
