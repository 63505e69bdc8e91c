#include "NewsKernels.h"

#include "Kernels.h"

bool news_has_instruction_set(NewsInstructionSet set) {
    switch (set) {
    case NewsInstructionSetPortable:
        return true;
#if defined(__x86_64__)
    case NewsInstructionSetAVX2:
        return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
    case NewsInstructionSetAVX512:
        return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw")
            && __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512dq")
            && __builtin_cpu_supports("avx512vnni");
#elif defined(__aarch64__)
    case NewsInstructionSetNEON:
        return true;
#endif
    default:
        return false;
    }
}

NewsInstructionSet news_best_instruction_set(void) {
    if (news_has_instruction_set(NewsInstructionSetAVX512)) {
        return NewsInstructionSetAVX512;
    }
    if (news_has_instruction_set(NewsInstructionSetAVX2)) {
        return NewsInstructionSetAVX2;
    }
    if (news_has_instruction_set(NewsInstructionSetNEON)) {
        return NewsInstructionSetNEON;
    }
    return NewsInstructionSetPortable;
}

static const NewsKernelTable *table(NewsInstructionSet set) {
    switch (set) {
#if defined(__x86_64__)
    case NewsInstructionSetAVX512:
        return &news_avx512_kernels;
    case NewsInstructionSetAVX2:
        return &news_avx2_kernels;
#elif defined(__aarch64__)
    case NewsInstructionSetNEON:
        return &news_neon_kernels;
#endif
    default:
        return &news_portable_kernels;
    }
}

void news_quantise(
    NewsInstructionSet set, const float *values, size_t rows, size_t columns, int8_t *numbers, float *scales) {
    table(set)->quantise(values, rows, columns, numbers, scales);
}

void news_multiply(
    NewsInstructionSet set, const int8_t *numbers, const float *scales, size_t rows, const NewsDenseLayer *layer,
    float *results) {
    table(set)->multiply(numbers, scales, rows, layer, results);
}

void news_add_and_normalise(
    NewsInstructionSet set, float *values, const float *added, size_t rows, size_t columns, const float *gains,
    const float *biases) {
    table(set)->add_and_normalise(values, added, rows, columns, gains, biases);
}

void news_gelu(NewsInstructionSet set, float *values, size_t count) { table(set)->gelu(values, count); }

void news_leaky_relu(NewsInstructionSet set, float *values, size_t count) { table(set)->leaky_relu(values, count); }

void news_embed(
    NewsInstructionSet set, NewsEmbedding pieces, size_t piece, NewsEmbedding positions, size_t position,
    NewsEmbedding casings, size_t casing, size_t columns, float *sum) {
    table(set)->embed(pieces, piece, positions, position, casings, casing, columns, sum);
}

void news_accumulate(NewsInstructionSet set, float *sum, const float *values, float share, size_t count) {
    table(set)->accumulate(sum, values, share, count);
}

size_t news_attention_scratch(size_t length, size_t width) {
    size_t padded = (length + 15) / 16 * 16;
    return width * padded + NEWS_MOST_QUERIES * padded;
}

void news_attend(
    NewsInstructionSet set, const float *qkv, size_t length, size_t heads, size_t width, float *scratch,
    float *attended) {
    table(set)->attend(qkv, length, heads, width, scratch, attended);
}

void news_row_products(
    NewsInstructionSet set, const float *left, size_t left_stride, size_t left_rows, const float *right,
    size_t right_stride, size_t right_rows, size_t columns, float *products) {
    table(set)->row_products(left, left_stride, left_rows, right, right_stride, right_rows, columns, products);
}
