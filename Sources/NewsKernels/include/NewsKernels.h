// Matrix kernels of the language model, one per instruction set, chosen at run time.
//
// Every function gives the same bits on every instruction set: integer products are exact, and floating-point work is
// written over 16 lanes in a fixed order with contraction off. So an analysis does not depend on the machine.
// No function allocates or keeps state. Lengths in elements; matrices row-major unless said otherwise.
#ifndef NEWS_KERNELS_H
#define NEWS_KERNELS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// Instruction sets with kernels of their own.
typedef enum __attribute__((enum_extensibility(closed))) {
    NewsInstructionSetPortable = 0,
    NewsInstructionSetAVX2 = 1,
    NewsInstructionSetAVX512 = 2,
    NewsInstructionSetNEON = 3,
} NewsInstructionSet;

/// A dense layer: int8 weights in panels of 16 outputs, in which 4 inputs of one output are neighbours.
///
/// The weight of output o and input i is panels[((o / 16) * (inputs / 4) + i / 4) * 64 + (o % 16) * 4 + i % 4].
typedef struct {
    const int8_t *_Nonnull panels;
    /// One a (padded) output: real weight = int8 * scale.
    const float *_Nonnull scales;
    const float *_Nonnull biases;
    /// A multiple of 16.
    size_t inputs;
    /// A multiple of 16; what is beyond the layer's real outputs is zero.
    size_t outputs;
} NewsDenseLayer;

/// The rows of an embedding: int8 with a scale a row.
typedef struct {
    const int8_t *_Nonnull rows;
    const float *_Nonnull scales;
} NewsEmbedding;

/// Whether this machine has the instructions of a set.
bool news_has_instruction_set(NewsInstructionSet set);

/// The fastest set that this machine has.
NewsInstructionSet news_best_instruction_set(void);

/// Rounds each row to int8 with one scale a row: value ≈ int8 * scale, largest magnitude ↦ 127. Columns: a multiple of 16.
void news_quantise(
    NewsInstructionSet set, const float *_Nonnull values, size_t rows, size_t columns, int8_t *_Nonnull numbers,
    float *_Nonnull scales);

/// results[r * layer.outputs + o] = bias + Σ input * weight, from rows that `news_quantise` rounded.
void news_multiply(
    NewsInstructionSet set, const int8_t *_Nonnull numbers, const float *_Nonnull scales, size_t rows,
    const NewsDenseLayer *_Nonnull layer, float *_Nonnull results);

/// values = layer norm of (values + added), a row at a time; `added` may be null. Columns: a multiple of 16.
void news_add_and_normalise(
    NewsInstructionSet set, float *_Nonnull values, const float *_Nullable added, size_t rows, size_t columns,
    const float *_Nonnull gains, const float *_Nonnull biases);

/// GELU with the error function, in place. Count: a multiple of 16.
void news_gelu(NewsInstructionSet set, float *_Nonnull values, size_t count);

/// max(x, 0.1 x), in place. Count: a multiple of 16.
void news_leaky_relu(NewsInstructionSet set, float *_Nonnull values, size_t count);

/// The sum of the three embeddings of one piece. Columns: a multiple of 16.
void news_embed(
    NewsInstructionSet set, NewsEmbedding pieces, size_t piece, NewsEmbedding positions, size_t position,
    NewsEmbedding casings, size_t casing, size_t columns, float *_Nonnull sum);

/// sum += share * values. Count: a multiple of 16.
void news_accumulate(
    NewsInstructionSet set, float *_Nonnull sum, const float *_Nonnull values, float share, size_t count);

/// Floats of scratch that `news_attend` needs.
size_t news_attention_scratch(size_t length, size_t width);

/// Self-attention of one sentence: `qkv` has a row of 3 * heads * width a piece, `attended` gets one of heads * width.
///
/// Width: a multiple of 16. Scratch: 64-byte alignment is not needed; see `news_attention_scratch`.
void news_attend(
    NewsInstructionSet set, const float *_Nonnull qkv, size_t length, size_t heads, size_t width,
    float *_Nonnull scratch, float *_Nonnull attended);

/// products[l * right_rows + r] = left row l · right row r. Strides in floats; columns: a multiple of 16.
void news_row_products(
    NewsInstructionSet set, const float *_Nonnull left, size_t left_stride, size_t left_rows,
    const float *_Nonnull right, size_t right_stride, size_t right_rows, size_t columns, float *_Nonnull products);

#endif
