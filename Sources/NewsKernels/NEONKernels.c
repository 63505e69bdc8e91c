// Kernels for ARM64 with NEON.
#if defined(__aarch64__)
#include <arm_neon.h>

#include "Kernels.h"

#pragma STDC FP_CONTRACT OFF
#include "FloatKernels.h"

/// One row against a quarter of a panel at a time: products of bytes fit 16 bits, and pairs are added into 32.
static void multiply(
    const int8_t *numbers, const float *scales, size_t rows, const NewsDenseLayer *layer, float *results) {
    size_t inputs = layer->inputs, outputs = layer->outputs;
    for (size_t first = 0; first < outputs; first += 4) {
        const int8_t *panel = layer->panels + first / 16 * 16 * inputs + first % 16 * 4;
        for (size_t row = 0; row < rows; row++) {
            const int8_t *x = numbers + row * inputs;
            int32x4_t low = vdupq_n_s32(0), high = vdupq_n_s32(0);
            for (size_t i = 0; i < inputs; i += 4) {
                int32_t four;
                __builtin_memcpy(&four, x + i, 4);
                int8x16_t input = vreinterpretq_s8_s32(vdupq_n_s32(four)), weight = vld1q_s8(panel + i * 16);
                low = vpadalq_s16(low, vmull_s8(vget_low_s8(input), vget_low_s8(weight)));
                high = vpadalq_s16(high, vmull_s8(vget_high_s8(input), vget_high_s8(weight)));
            }
            int32x4_t sum = vpaddq_s32(low, high);
            float32x4_t scale = vmulq_n_f32(vld1q_f32(layer->scales + first), scales[row]);
            float32x4_t product = vmulq_f32(vcvtq_f32_s32(sum), scale);
            vst1q_f32(results + row * outputs + first, vaddq_f32(product, vld1q_f32(layer->biases + first)));
        }
    }
}

const NewsKernelTable news_neon_kernels = {
    quantise, multiply, add_and_normalise, gelu, leaky_relu, embed, accumulate, attend, row_products};
#endif
