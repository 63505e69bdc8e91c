// Floating-point kernels over 16 lanes, compiled once for each instruction set by the file that includes this one.
//
// The lanes are a compiler vector of 64 bytes, which becomes one, two or four registers; sums across lanes go in the one
// order below. With contraction off the bits are the same everywhere.

typedef float lanes __attribute__((vector_size(64)));
typedef int32_t whole_lanes __attribute__((vector_size(64)));
typedef float loose_lanes __attribute__((vector_size(64), aligned(4), may_alias));
typedef float four_lanes __attribute__((vector_size(16)));
typedef float loose_four_lanes __attribute__((vector_size(16), aligned(4), may_alias));
typedef int32_t four_wholes __attribute__((vector_size(16)));
typedef int8_t narrow_lanes __attribute__((vector_size(16)));
typedef int8_t loose_narrow_lanes __attribute__((vector_size(16), aligned(1), may_alias));

/// Queries whose attention is computed together, so that each key and value is loaded once for all; a set with few
/// registers defines a smaller number before it includes this file.
#ifndef QUERIES
#define QUERIES NEWS_MOST_QUERIES
#endif

/// Times 16 values whose polynomials are computed side by side: each alone is one long chain of instructions.
#define TOGETHER 4

#define INLINE static inline __attribute__((always_inline))
#define LOAD(address) (*(const loose_lanes *)(address))
#define STORE(address, value) (*(loose_lanes *)(address) = (value))
#define LOAD_FOUR(address) (*(const loose_four_lanes *)(address))
#define STORE_FOUR(address, value) (*(loose_four_lanes *)(address) = (value))
#define CONVERT(value) __builtin_convertvector(value, lanes)
#define SPLAT(value) ((lanes){0} + (value))
#define QUARTER(value, q) __builtin_shufflevector(value, value, 4 * (q), 4 * (q) + 1, 4 * (q) + 2, 4 * (q) + 3)
#define NUMBERS ((whole_lanes){0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15})
/// Lane by lane: where the mask is all ones the first, else the second.
#define CHOOSE(mask, first, second) \
    ((lanes)(((mask) & (whole_lanes)(first)) | (~(mask) & (whole_lanes)(second))))

INLINE float sum_of(const lanes *lane) {
    four_lanes four = (QUARTER(*lane, 0) + QUARTER(*lane, 2)) + (QUARTER(*lane, 1) + QUARTER(*lane, 3));
    return (four[0] + four[2]) + (four[1] + four[3]);
}

INLINE four_lanes larger(four_lanes a, four_lanes b) {
    four_wholes mask = a > b;
    return (four_lanes)((mask & (four_wholes)a) | (~mask & (four_wholes)b));
}

INLINE float largest_of(const lanes *lane) {
    four_lanes four = larger(larger(QUARTER(*lane, 0), QUARTER(*lane, 1)), larger(QUARTER(*lane, 2), QUARTER(*lane, 3)));
    float even = four[0] > four[2] ? four[0] : four[2], odd = four[1] > four[3] ? four[1] : four[3];
    return even > odd ? even : odd;
}

/// *x becomes e to the *x, for x <= 0 (smaller than -87 counts as -87): Cephes' expf, within 2 units in the last place.
INLINE void exponential(lanes *x) {
    lanes clipped = CHOOSE(*x < -87.0f, SPLAT(-87.0f), *x);
    // Adding and taking away 1.5 * 2^23 rounds to the nearest whole number.
    lanes whole = (clipped * 1.44269504088896341f + 12582912.0f) - 12582912.0f;
    lanes rest = clipped - whole * 0.693359375f;
    rest = rest - whole * -2.12194440e-4f;
    lanes series = SPLAT(1.9875691500e-4f);
    series = series * rest + 1.3981999507e-3f;
    series = series * rest + 8.3334519073e-3f;
    series = series * rest + 4.1665795894e-2f;
    series = series * rest + 1.6666665459e-1f;
    series = series * rest + 5.0000001201e-1f;
    series = series * (rest * rest) + rest + 1.0f;
    whole_lanes exponent = (__builtin_convertvector(whole, whole_lanes) + 127) << 23;
    *x = series * (lanes)exponent;
}

static void quantise(const float *values, size_t rows, size_t columns, int8_t *numbers, float *scales) {
    for (size_t row = 0; row < rows; row++) {
        const float *x = values + row * columns;
        int8_t *out = numbers + row * columns;
        lanes most = {0};
        for (size_t i = 0; i < columns; i += 16) {
            lanes v = LOAD(x + i);
            lanes magnitude = (lanes)((whole_lanes)v & 0x7fffffff);
            most = CHOOSE(magnitude > most, magnitude, most);
        }
        float largest = largest_of(&most);
        float inverse = largest > 0 ? 127.0f / largest : 0;
        scales[row] = largest > 0 ? largest / 127.0f : 1;
        for (size_t i = 0; i < columns; i += 16) {
            lanes rounded = (LOAD(x + i) * inverse + 12582912.0f) - 12582912.0f;
            whole_lanes number = __builtin_convertvector(rounded, whole_lanes);
            *(loose_narrow_lanes *)(out + i) = __builtin_convertvector(number, narrow_lanes);
        }
    }
}

static void add_and_normalise(
    float *values, const float *added, size_t rows, size_t columns, const float *gains, const float *biases) {
    for (size_t row = 0; row < rows; row++) {
        float *x = values + row * columns;
        lanes total = {0};
        for (size_t i = 0; i < columns; i += 16) {
            lanes v = LOAD(x + i);
            if (added) {
                v = v + LOAD(added + row * columns + i);
                STORE(x + i, v);
            }
            total = total + v;
        }
        float mean = sum_of(&total) / (float)columns;
        lanes squares = {0};
        for (size_t i = 0; i < columns; i += 16) {
            lanes v = LOAD(x + i) - mean;
            squares = squares + v * v;
        }
        float variance = sum_of(&squares) / (float)columns;
        float inverse = 1.0f / __builtin_elementwise_sqrt(variance + 1e-12f);
        for (size_t i = 0; i < columns; i += 16) {
            STORE(x + i, (LOAD(x + i) - mean) * inverse * LOAD(gains + i) + LOAD(biases + i));
        }
    }
}

INLINE void clip_for_gelu(lanes *x) {
    *x = CHOOSE(*x < -4.4f, SPLAT(-4.4f), *x);
    *x = CHOOSE(*x > 4.4f, SPLAT(4.4f), *x);
}

/// 0.5 x (1 + erf(x / √2)), absolute error below 4e-5 up to |x| = 8: far less than the rounding to int8 that follows.
///
/// erf(x / √2) / x is a polynomial in x², fitted in the minimax sense up to 4.4, where the product is made to be 1.
INLINE void gelu_together(float *values, const int count) {
    static const float terms[] = {
        7.14202933e-11f, -7.51094831e-09f, 3.48276672e-07f, -9.45192278e-06f, 1.68612198e-04f, -2.11017043e-03f,
        1.92868020e-02f, -1.32154375e-01f, 7.97524333e-01f};
    lanes square[TOGETHER], series[TOGETHER];
    for (int c = 0; c < count; c++) {
        lanes clipped = LOAD(values + 16 * c);
        clip_for_gelu(&clipped);
        square[c] = clipped * clipped;
        series[c] = SPLAT(terms[0]);
    }
    for (int term = 1; term < 9; term++) {
        for (int c = 0; c < count; c++) {
            series[c] = series[c] * square[c] + terms[term];
        }
    }
    for (int c = 0; c < count; c++) {
        lanes x = LOAD(values + 16 * c), clipped = x, half = x * 0.5f;
        clip_for_gelu(&clipped);
        STORE(values + 16 * c, half + half * (series[c] * clipped));
    }
}

static void gelu(float *values, size_t count) {
    size_t i = 0;
    for (; i + 16 * TOGETHER <= count; i += 16 * TOGETHER) {
        gelu_together(values + i, TOGETHER);
    }
    for (; i < count; i += 16) {
        gelu_together(values + i, 1);
    }
}

static void leaky_relu(float *values, size_t count) {
    for (size_t i = 0; i < count; i += 16) {
        lanes x = LOAD(values + i);
        STORE(values + i, CHOOSE(x < 0.0f, x * 0.1f, x));
    }
}

static void embed(
    NewsEmbedding pieces, size_t piece, NewsEmbedding positions, size_t position, NewsEmbedding casings,
    size_t casing, size_t columns, float *sum) {
    const int8_t *p = pieces.rows + piece * columns, *q = positions.rows + position * columns,
                 *c = casings.rows + casing * columns;
    for (size_t i = 0; i < columns; i += 16) {
        lanes v = CONVERT(*(const loose_narrow_lanes *)(p + i)) * pieces.scales[piece];
        v = v + CONVERT(*(const loose_narrow_lanes *)(q + i)) * positions.scales[position];
        v = v + CONVERT(*(const loose_narrow_lanes *)(c + i)) * casings.scales[casing];
        STORE(sum + i, v);
    }
}

static void accumulate(float *sum, const float *values, float share, size_t count) {
    for (size_t i = 0; i < count; i += 16) {
        STORE(sum + i, LOAD(sum + i) + LOAD(values + i) * share);
    }
}

/// weights[q * padded + i] = e to the (score of key i − the largest), zero past the last key; inverses[q] = 1 / their sum.
INLINE void attention_weights(
    const float *queries, size_t stride, const int count, const float *keys, size_t length, size_t width,
    float scale, float *weights, float *inverses) {
    size_t padded = (length + 15) / 16 * 16;
    // The keys that the last block really has.
    whole_lanes present = NUMBERS < (int32_t)(length - (padded - 16));
    lanes most[QUERIES];
    for (int q = 0; q < count; q++) {
        most[q] = SPLAT(-3.0e38f);
    }
    for (size_t i = 0; i < padded; i += 16) {
        lanes scores[QUERIES];
        for (int q = 0; q < count; q++) {
            scores[q] = SPLAT(0.0f);
        }
        for (size_t d = 0; d < width; d++) {
            lanes key = LOAD(keys + d * padded + i);
            for (int q = 0; q < count; q++) {
                scores[q] = scores[q] + key * queries[(size_t)q * stride + d];
            }
        }
        for (int q = 0; q < count; q++) {
            lanes score = scores[q] * scale;
            if (i + 16 > length) {
                score = CHOOSE(present, score, SPLAT(-3.0e38f));
            }
            most[q] = CHOOSE(score > most[q], score, most[q]);
            STORE(weights + (size_t)q * padded + i, score);
        }
    }
    // Queries side by side, as an exponential is a long chain of instructions too.
    float largest[QUERIES];
    lanes totals[QUERIES];
    for (int q = 0; q < count; q++) {
        largest[q] = largest_of(&most[q]);
        totals[q] = SPLAT(0.0f);
    }
    for (size_t i = 0; i < padded; i += 16) {
        for (int q = 0; q < count; q++) {
            float *address = weights + (size_t)q * padded + i;
            lanes weight = LOAD(address) - largest[q];
            exponential(&weight);
            if (i + 16 > length) {
                weight = CHOOSE(present, weight, SPLAT(0.0f));
            }
            totals[q] = totals[q] + weight;
            STORE(address, weight);
        }
    }
    for (int q = 0; q < count; q++) {
        inverses[q] = 1.0f / sum_of(&totals[q]);
    }
}

/// The attention of `count` queries of one head.
INLINE void attend_queries(
    const float *queries, size_t stride, const int count, const float *keys, const float *values, size_t length,
    size_t width, float scale, float *weights, float *attended, size_t hidden) {
    float inverses[QUERIES];
    size_t padded = (length + 15) / 16 * 16;
    attention_weights(queries, stride, count, keys, length, width, scale, weights, inverses);
    for (size_t d = 0; d < width; d += 16) {
        lanes sums[QUERIES];
        for (int q = 0; q < count; q++) {
            sums[q] = SPLAT(0.0f);
        }
        for (size_t i = 0; i < length; i++) {
            lanes value = LOAD(values + i * stride + d);
            for (int q = 0; q < count; q++) {
                sums[q] = sums[q] + value * weights[(size_t)q * padded + i];
            }
        }
        for (int q = 0; q < count; q++) {
            STORE(attended + (size_t)q * hidden + d, sums[q] * inverses[q]);
        }
    }
}

/// keys[d * padded + i] = key[i * stride + d], zero past the last key.
INLINE void lay_across(const float *key, size_t stride, size_t length, size_t width, float *keys) {
    size_t padded = (length + 15) / 16 * 16, i = 0;
    for (; i + 4 <= length; i += 4) {
        for (size_t d = 0; d < width; d += 4) {
            const float *from = key + i * stride + d;
            float *to = keys + d * padded + i;
            four_lanes a = LOAD_FOUR(from), b = LOAD_FOUR(from + stride), c = LOAD_FOUR(from + 2 * stride),
                       e = LOAD_FOUR(from + 3 * stride);
            four_lanes ac = __builtin_shufflevector(a, c, 0, 4, 1, 5), be = __builtin_shufflevector(b, e, 0, 4, 1, 5);
            STORE_FOUR(to, __builtin_shufflevector(ac, be, 0, 4, 1, 5));
            STORE_FOUR(to + padded, __builtin_shufflevector(ac, be, 2, 6, 3, 7));
            ac = __builtin_shufflevector(a, c, 2, 6, 3, 7), be = __builtin_shufflevector(b, e, 2, 6, 3, 7);
            STORE_FOUR(to + 2 * padded, __builtin_shufflevector(ac, be, 0, 4, 1, 5));
            STORE_FOUR(to + 3 * padded, __builtin_shufflevector(ac, be, 2, 6, 3, 7));
        }
    }
    for (; i < padded; i++) {
        for (size_t d = 0; d < width; d++) {
            keys[d * padded + i] = i < length ? key[i * stride + d] : 0;
        }
    }
}

/// Scores run over 16 keys at a time, so the keys of a head are laid out across, padded with zeros.
static void attend(
    const float *qkv, size_t length, size_t heads, size_t width, float *scratch, float *attended) {
    size_t hidden = heads * width, stride = 3 * hidden, padded = (length + 15) / 16 * 16;
    float *keys = scratch, *weights = scratch + width * padded;
    float scale = 1.0f / __builtin_elementwise_sqrt((float)width);
    for (size_t head = 0; head < heads; head++) {
        const float *queries = qkv + head * width, *key = queries + hidden, *values = key + hidden;
        lay_across(key, stride, length, width, keys);
        size_t row = 0;
        for (; row + QUERIES <= length; row += QUERIES) {
            attend_queries(
                queries + row * stride, stride, QUERIES, keys, values, length, width, scale, weights,
                attended + row * hidden + head * width, hidden);
        }
        for (; row < length; row++) {
            attend_queries(
                queries + row * stride, stride, 1, keys, values, length, width, scale, weights,
                attended + row * hidden + head * width, hidden);
        }
    }
}

static void row_products(
    const float *left, size_t left_stride, size_t left_rows, const float *right, size_t right_stride,
    size_t right_rows, size_t columns, float *products) {
    for (size_t l = 0; l < left_rows; l++) {
        for (size_t r = 0; r < right_rows; r++) {
            const float *a = left + l * left_stride, *b = right + r * right_stride;
            lanes total = {0};
            for (size_t i = 0; i < columns; i += 16) {
                total = total + LOAD(a + i) * LOAD(b + i);
            }
            products[l * right_rows + r] = sum_of(&total);
        }
    }
}

/// Exact integer sums to real outputs: the same two products and one sum whatever the instruction set.
#define FINISH(sum, scale, layer, output) \
    ((float)(sum) * ((scale) * (layer)->scales[output]) + (layer)->biases[output])
