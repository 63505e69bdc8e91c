// Floating-point kernels over 16 lanes, compiled once for each instruction set by the file that includes this one.
//
// The lanes are a compiler vector of 64 bytes, which becomes one, two or four registers; sums across lanes go in the one
// order below. With contraction off the bits are the same everywhere.

typedef float lanes __attribute__((vector_size(64)));
typedef int32_t whole_lanes __attribute__((vector_size(64)));
typedef float loose_lanes __attribute__((vector_size(64), aligned(4), may_alias));
typedef int8_t narrow_lanes __attribute__((vector_size(16)));
typedef int8_t loose_narrow_lanes __attribute__((vector_size(16), aligned(1), may_alias));

#define INLINE static inline __attribute__((always_inline))
#define LOAD(address) (*(const loose_lanes *)(address))
#define STORE(address, value) (*(loose_lanes *)(address) = (value))
#define CONVERT(value) __builtin_convertvector(value, lanes)
#define SPLAT(value) ((lanes){0} + (value))
/// Lane by lane: where the mask is all ones the first, else the second.
#define CHOOSE(mask, first, second) \
    ((lanes)(((mask) & (whole_lanes)(first)) | (~(mask) & (whole_lanes)(second))))

INLINE float sum_of(const float *lane) {
    float eight[8], four[4];
    for (int i = 0; i < 8; i++) {
        eight[i] = lane[i] + lane[i + 8];
    }
    for (int i = 0; i < 4; i++) {
        four[i] = eight[i] + eight[i + 4];
    }
    return (four[0] + four[2]) + (four[1] + four[3]);
}

INLINE float largest_of(const float *lane) {
    float largest = lane[0];
    for (int i = 1; i < 16; i++) {
        largest = lane[i] > largest ? lane[i] : largest;
    }
    return largest;
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
        float largest = largest_of((const float *)&most);
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
        float mean = sum_of((const float *)&total) / (float)columns;
        lanes squares = {0};
        for (size_t i = 0; i < columns; i += 16) {
            lanes v = LOAD(x + i) - mean;
            squares = squares + v * v;
        }
        float variance = sum_of((const float *)&squares) / (float)columns;
        float inverse = 1.0f / __builtin_elementwise_sqrt(variance + 1e-12f);
        for (size_t i = 0; i < columns; i += 16) {
            STORE(x + i, (LOAD(x + i) - mean) * inverse * LOAD(gains + i) + LOAD(biases + i));
        }
    }
}

/// 0.5 x (1 + erf(x / √2)); the error function by Abramowitz and Stegun, 7.1.26, absolute error below 1.5e-7.
static void gelu(float *values, size_t count) {
    for (size_t i = 0; i < count; i += 16) {
        lanes x = LOAD(values + i);
        lanes scaled = x * 0.70710678118654752f;
        lanes magnitude = (lanes)((whole_lanes)scaled & 0x7fffffff);
        lanes power = -(scaled * scaled);
        exponential(&power);
        lanes t = 1.0f / (1.0f + magnitude * 0.3275911f);
        lanes series = SPLAT(1.061405429f);
        series = series * t + -1.453152027f;
        series = series * t + 1.421413741f;
        series = series * t + -0.284496736f;
        series = series * t + 0.254829592f;
        lanes error = 1.0f - series * t * power;
        error = CHOOSE(x < 0.0f, -error, error);
        STORE(values + i, x * 0.5f * (1.0f + error));
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

/// Scores run over 16 keys at a time, so the keys of a head are laid out across, padded with zeros.
static void attend(
    const float *qkv, size_t length, size_t heads, size_t width, float *scratch, float *attended) {
    size_t hidden = heads * width, stride = 3 * hidden, padded = (length + 15) / 16 * 16;
    float *keys = scratch, *weights = scratch + width * padded;
    float scale = 1.0f / __builtin_elementwise_sqrt((float)width);
    for (size_t head = 0; head < heads; head++) {
        const float *queries = qkv + head * width, *key = queries + hidden, *values = key + hidden;
        for (size_t d = 0; d < width; d++) {
            for (size_t i = 0; i < padded; i++) {
                keys[d * padded + i] = i < length ? key[i * stride + d] : 0;
            }
        }
        for (size_t row = 0; row < length; row++) {
            const float *query = queries + row * stride;
            lanes most = SPLAT(-3.0e38f);
            for (size_t i = 0; i < padded; i += 16) {
                lanes even = {0}, odd = {0};
                for (size_t d = 0; d < width; d += 2) {
                    even = even + LOAD(keys + d * padded + i) * query[d];
                    odd = odd + LOAD(keys + (d + 1) * padded + i) * query[d + 1];
                }
                lanes score = (even + odd) * scale;
                if (i + 16 > length) {
                    for (size_t lane = length - i; lane < 16; lane++) {
                        score[lane] = -3.0e38f;
                    }
                }
                most = CHOOSE(score > most, score, most);
                STORE(weights + i, score);
            }
            float largest = largest_of((const float *)&most);
            lanes total = {0};
            for (size_t i = 0; i < padded; i += 16) {
                lanes weight = LOAD(weights + i) - largest;
                exponential(&weight);
                if (i + 16 > length) {
                    for (size_t lane = length - i; lane < 16; lane++) {
                        weight[lane] = 0;
                    }
                }
                total = total + weight;
                STORE(weights + i, weight);
            }
            float inverse = 1.0f / sum_of((const float *)&total);
            for (size_t d = 0; d < width; d += 16) {
                lanes even = {0}, odd = {0};
                size_t i = 0;
                for (; i + 1 < length; i += 2) {
                    even = even + LOAD(values + i * stride + d) * weights[i];
                    odd = odd + LOAD(values + (i + 1) * stride + d) * weights[i + 1];
                }
                if (i < length) {
                    even = even + LOAD(values + i * stride + d) * weights[i];
                }
                STORE(attended + row * hidden + head * width + d, (even + odd) * inverse);
            }
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
            products[l * right_rows + r] = sum_of((const float *)&total);
        }
    }
}

/// Exact integer sums to real outputs: the same two products and one sum whatever the instruction set.
#define FINISH(sum, scale, layer, output) \
    ((float)(sum) * ((scale) * (layer)->scales[output]) + (layer)->biases[output])
