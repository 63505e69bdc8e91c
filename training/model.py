"""MiniLM encoder with a casing embedding, and linear and biaffine heads over the first piece of every word."""

import torch
import torch.nn.functional as F
from safetensors.torch import load_file
from torch import nn

PIECES, POSITIONS, CASINGS = 30522, 512, 6
_pools: dict[float, torch.Tensor] = {}


def drop(x, rate, training):
    """Dropout whose mask is cut from a pool: drawing a fresh one takes 8 % of a step on a CPU."""
    if not training:
        return x
    if rate not in _pools:
        _pools[rate] = (torch.rand(1 << 22) > rate).float() / (1 - rate)
    pool, count = _pools[rate], x.numel()
    if count >= pool.numel():
        return F.dropout(x, rate, True)
    start = int(torch.randint(0, pool.numel() - count, (1,)))
    return x * pool[start : start + count].view(x.shape)


class Layer(nn.Module):
    def __init__(self, hidden, attention_heads, inner):
        super().__init__()
        self.attention_heads = attention_heads
        self.qkv = nn.Linear(hidden, 3 * hidden)
        self.out = nn.Linear(hidden, hidden)
        self.up = nn.Linear(hidden, inner)
        self.down = nn.Linear(inner, hidden)
        self.norm1 = nn.LayerNorm(hidden, eps=1e-12)
        self.norm2 = nn.LayerNorm(hidden, eps=1e-12)

    def forward(self, x, mask):
        size, length, hidden = x.shape
        split = self.qkv(x).view(size, length, 3, self.attention_heads, hidden // self.attention_heads)
        q, k, v = split.permute(2, 0, 3, 1, 4)
        attended = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        attended = self.out(attended.transpose(1, 2).reshape(size, length, hidden))
        x = self.norm1(x + drop(attended, 0.1, self.training))
        return self.norm2(x + drop(self.down(F.gelu(self.up(x))), 0.1, self.training))


class Encoder(nn.Module):
    """The first layers of MiniLM; the output is a learnt softmax mix of what the layers give."""

    def __init__(self, layers, hidden=384, attention_heads=12, inner=1536):
        super().__init__()
        self.pieces = nn.Embedding(PIECES, hidden)
        self.positions = nn.Embedding(POSITIONS, hidden)
        self.casings = nn.Embedding(CASINGS, hidden)
        nn.init.zeros_(self.casings.weight)
        self.norm = nn.LayerNorm(hidden, eps=1e-12)
        self.layers = nn.ModuleList(Layer(hidden, attention_heads, inner) for _ in range(layers))
        self.mix = nn.Parameter(torch.zeros(layers))

    def load_pretrained(self, path):
        """Takes the weights of a Hugging Face BERT; its token type embedding joins the positions."""
        stored = {name: tensor.float() for name, tensor in load_file(path).items()}

        def put(parameter, name):
            parameter.data = stored[name]

        prefix = "embeddings."
        put(self.pieces.weight, prefix + "word_embeddings.weight")
        types = stored[prefix + "token_type_embeddings.weight"]
        self.positions.weight.data = stored[prefix + "position_embeddings.weight"] + types[0]
        put(self.norm.weight, prefix + "LayerNorm.weight")
        put(self.norm.bias, prefix + "LayerNorm.bias")
        for i, layer in enumerate(self.layers):
            prefix = f"encoder.layer.{i}."
            for part in ("weight", "bias"):
                qkv = [stored[f"{prefix}attention.self.{n}.{part}"] for n in ("query", "key", "value")]
                getattr(layer.qkv, part).data = torch.cat(qkv)
                for module, name in (
                    (layer.out, "attention.output.dense"), (layer.norm1, "attention.output.LayerNorm"),
                    (layer.up, "intermediate.dense"), (layer.down, "output.dense"), (layer.norm2, "output.LayerNorm"),
                ):  # fmt: skip
                    getattr(module, part).data = stored[f"{prefix}{name}.{part}"]

    def forward(self, ids, cases, mask):
        x = self.pieces(ids) + self.positions.weight[: ids.shape[1]] + self.casings(cases)
        x = drop(self.norm(x), 0.1, self.training)
        shares, mixed = torch.softmax(self.mix, 0), 0
        for share, layer in zip(shares, self.layers, strict=True):
            x = layer(x, mask)
            mixed = mixed + share * x
        return mixed


class Network(nn.Module):
    """Word vectors (B, N+1, H), row 0 being the start marker that stands for the root, and the heads over them."""

    def __init__(self, layers, tags, relations, entities, hidden=384, arc=192, label=48):
        super().__init__()
        self.encoder = Encoder(layers, hidden)
        self.arc, self.label, self.relations = arc, label, relations
        self.tag = nn.Linear(hidden, tags)
        self.entity = nn.Linear(hidden, entities)
        self.roles = nn.Linear(hidden, 2 * arc + 2 * label)
        self.arc_bilinear = nn.Linear(arc, arc)
        self.label_bilinear = nn.Linear(label, relations * label)
        self.label_linear = nn.Linear(label, relations)
        nn.init.normal_(self.arc_bilinear.weight, std=0.02)
        nn.init.zeros_(self.arc_bilinear.bias)
        nn.init.normal_(self.label_bilinear.weight, std=0.02)
        nn.init.normal_(self.label_bilinear.bias, std=0.02)

    def words(self, ids, cases, first):
        encoded = self.encoder(ids, cases, (ids != 0)[:, None, None, :])
        return encoded.gather(1, first[:, :, None].expand(-1, -1, encoded.shape[2]))

    def tag_scores(self, words):
        return self.tag(drop(words, 0.2, self.training))

    def entity_scores(self, words):
        return self.entity(drop(words, 0.2, self.training))

    def arc_scores(self, words):
        """Scores of every (dependent, head) pair, and the label halves of each word."""
        roles = F.leaky_relu(self.roles(drop(words, 0.2, self.training)), 0.1)
        roles = drop(roles, 0.3, self.training)
        dependent, head, label_dependent, label_head = roles.split([self.arc, self.arc, self.label, self.label], 2)
        return self.arc_bilinear(dependent) @ head.transpose(1, 2), label_dependent, label_head

    def relation_scores(self, label_dependent, label_head, heads):
        """Scores of every relation for each word and its head."""
        chosen = label_head.gather(1, heads[:, :, None].expand(-1, -1, label_head.shape[2]))
        size, length, width = chosen.shape
        bilinear = self.label_bilinear(label_dependent).view(size, length, self.relations, width)
        return (bilinear @ chosen[:, :, :, None]).squeeze(-1) + self.label_linear(label_dependent)
