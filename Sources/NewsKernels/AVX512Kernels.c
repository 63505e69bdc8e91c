// Kernels for x86-64 with AVX-512 and VNNI.
#if defined(__x86_64__)
#include <immintrin.h>

#include "Kernels.h"

#pragma STDC FP_CONTRACT OFF
#pragma clang attribute push( \
    __attribute__((target("avx512f,avx512bw,avx512vl,avx512dq,avx512vnni"))), apply_to = function)
#include "FloatKernels.h"

/// -128 times the sum of a row.
INLINE int32_t correction(const int8_t *numbers, size_t count) {
    __m512i sum = _mm512_setzero_si512(), ones = _mm512_set1_epi8(1);
    for (size_t i = 0; i < count; i += 64) {
        __mmask64 present = count - i >= 64 ? ~0ull : (1ull << (count - i)) - 1;
        sum = _mm512_dpbusd_epi32(sum, ones, _mm512_maskz_loadu_epi8(present, numbers + i));
    }
    return -128 * _mm512_reduce_add_epi32(sum);
}

/// `count` rows of input against some panels. VNNI multiplies unsigned by signed: weights are raised by 128, which
/// adds 128 times the sum of the inputs, taken away beforehand. Inputs are then broadcast by the product itself.
INLINE void tile(
    const int8_t *numbers, const float *scales, const NewsDenseLayer *layer, size_t first, const int count,
    const int panels, float *results) {
    size_t inputs = layer->inputs, outputs = layer->outputs;
    const int8_t *panel = layer->panels + first * inputs;
    __m512i sums[8][2];
    for (int row = 0; row < count; row++) {
        __m512i start = _mm512_set1_epi32(correction(numbers + (size_t)row * inputs, inputs));
        for (int p = 0; p < panels; p++) {
            sums[row][p] = start;
        }
    }
    for (size_t i = 0; i < inputs; i += 4) {
        __m512i weights[2];
        for (int p = 0; p < panels; p++) {
            weights[p] = _mm512_loadu_si512(panel + (size_t)p * 16 * inputs + i * 16);
            weights[p] = _mm512_xor_si512(weights[p], _mm512_set1_epi8((char)0x80));
        }
        for (int row = 0; row < count; row++) {
            int32_t four;
            __builtin_memcpy(&four, numbers + (size_t)row * inputs + i, 4);
            __m512i input = _mm512_set1_epi32(four);
            for (int p = 0; p < panels; p++) {
                sums[row][p] = _mm512_dpbusd_epi32(sums[row][p], weights[p], input);
            }
        }
    }
    for (int row = 0; row < count; row++) {
        for (int p = 0; p < panels; p++) {
            size_t output = first + 16 * (size_t)p;
            __m512 scale = _mm512_mul_ps(_mm512_set1_ps(scales[row]), _mm512_loadu_ps(layer->scales + output));
            __m512 product = _mm512_mul_ps(_mm512_cvtepi32_ps(sums[row][p]), scale);
            _mm512_storeu_ps(
                results + (size_t)row * outputs + output,
                _mm512_add_ps(product, _mm512_loadu_ps(layer->biases + output)));
        }
    }
}

INLINE void tiles(
    const int8_t *numbers, const float *scales, size_t rows, const NewsDenseLayer *layer, size_t first,
    const int panels, float *results) {
    size_t row = 0, inputs = layer->inputs, outputs = layer->outputs;
    for (; row + 8 <= rows; row += 8) {
        tile(numbers + row * inputs, scales + row, layer, first, 8, panels, results + row * outputs);
    }
    if (row + 4 <= rows) {
        tile(numbers + row * inputs, scales + row, layer, first, 4, panels, results + row * outputs);
        row += 4;
    }
    if (row + 2 <= rows) {
        tile(numbers + row * inputs, scales + row, layer, first, 2, panels, results + row * outputs);
        row += 2;
    }
    if (row < rows) {
        tile(numbers + row * inputs, scales + row, layer, first, 1, panels, results + row * outputs);
    }
}

static void multiply(
    const int8_t *numbers, const float *scales, size_t rows, const NewsDenseLayer *layer, float *results) {
    size_t first = 0;
    for (; first + 32 <= layer->outputs; first += 32) {
        tiles(numbers, scales, rows, layer, first, 2, results);
    }
    if (first < layer->outputs) {
        tiles(numbers, scales, rows, layer, first, 1, results);
    }
}

#pragma clang attribute pop

const NewsKernelTable news_avx512_kernels = {
    quantise, multiply, add_and_normalise, gelu, leaky_relu, embed, accumulate, attend, row_products};
#endif
