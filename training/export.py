"""Writes a trained network as the model file that the Swift library reads; docs/language-model.md gives the format.

python3 -m training.export --data DATA --encoder MINILM --model l3.pt --out english.nlm
"""

import argparse
import struct
import unicodedata
from pathlib import Path

import numpy as np
import torch

from training.data import BIO, MAX_PIECES_A_WORD, UPOS, Pieces, read_bio, read_conllu
from training.quantise import rows

MAGIC, VERSION, ALIGNMENT, PANEL, GROUP = b"NEWSLM\r\n", 1, 64, 16, 4
MARKERS = ("[UNK]", "[CLS]", "[SEP]")


def seen_pieces(data: Path, pieces: Pieces) -> set[int]:
    """Pieces that news and reference text uses: entity corpora, treebanks, MASC and the names in the lexicon."""
    seen = set()

    def add(words):
        for word in words:
            seen.update(pieces.of(word)[0])

    for path in sorted((data / "ner").glob("*train*bio")) + [data / "ner" / "wikigold.bio"]:
        for words, _ in read_bio(path):
            add(words)
    for path in sorted((data / "trees").glob("*-train.conllu")):
        for sentence in read_conllu(path):
            add(w.form for w in sentence)
    for path in sorted((data / "pos" / "masc-written").glob("*.txt")):
        add(token.rpartition("_")[0] for token in path.read_text("utf8", "replace").split())
    for path in sorted((data / "lexicon").glob("Phoenix.*.txt")):
        add(word for line in open(path, encoding="utf8", errors="replace") for word in line.replace("_", " ").split())
    return seen


def kept_pieces(data: Path, pieces: Pieces) -> list[tuple[bytes, int]]:
    """The vocabulary of the file: seen pieces, every single character, the markers; sorted by their UTF-8 bytes."""
    vocabulary = pieces.tokenizer.get_vocab()
    seen = seen_pieces(data, pieces)
    kept = []
    for piece, number in vocabulary.items():
        single = len(piece.removeprefix("##")) == 1
        if piece in MARKERS or single or (number in seen and not piece.startswith("[")):
            kept.append((piece.encode("utf8"), number))
    return sorted(kept)


def foldings() -> list[tuple[int, int, int]]:
    """Scalars that accent stripping changes: the scalar and the one or two that stay (0: none).

    Canonical decomposition less nonspacing marks; Hangul syllables are left out, their decomposition is arithmetic.
    """
    found = []
    for scalar in range(0x80, 0x110000):
        character = chr(scalar)
        if 0xAC00 <= scalar < 0xD7A4 or 0xD800 <= scalar < 0xE000:
            continue
        decomposed = unicodedata.normalize("NFD", character)
        stripped = [ord(c) for c in decomposed if unicodedata.category(c) != "Mn"]
        if stripped != [scalar] and decomposed != character:
            found.append((scalar, *(stripped + [0, 0])[:2]))
    return found


class Writer:
    """Sections one after the other, each at a multiple of 64 bytes."""

    def __init__(self):
        self.parts, self.size = [], 0

    def put(self, data: bytes):
        padding = -self.size % ALIGNMENT
        self.parts += [b"\0" * padding, data]
        self.size += padding + len(data)

    def floats(self, values):
        self.put(np.asarray(values, dtype="<f4").tobytes())

    def embedding(self, weight):
        """Rows of int8 as they are, then their scales."""
        numbers, scales = rows(weight)
        self.put(numbers.numpy().tobytes())
        self.floats(scales)

    def dense(self, weight, bias):
        """Panels of 16 outputs, in which 4 inputs of one output are neighbours; then scales and biases."""
        numbers, scales = rows(weight)
        outputs, inputs = numbers.shape
        padded = -outputs % PANEL
        numbers = np.pad(numbers.numpy(), ((0, padded), (0, 0)))
        panels = numbers.reshape(-1, PANEL, inputs // GROUP, GROUP).transpose(0, 2, 1, 3)
        self.put(np.ascontiguousarray(panels).tobytes())
        self.floats(np.pad(scales.numpy(), (0, padded)))
        self.floats(np.pad(bias.numpy(), (0, padded)))


def model_file(stored, kept) -> bytes:
    weights, layers, relations = stored["weights"], stored["layers"], stored["relations"]

    def of(name):
        return weights[name + ".weight"], weights[name + ".bias"]

    hidden = weights["encoder.norm.weight"].numel()
    writer = Writer()
    inventories = "".join(name + "\n" for names in (UPOS, relations, BIO) for name in names).encode()
    folded = foldings()
    header = [
        VERSION, layers, hidden, hidden // 32, weights["encoder.layers.0.up.bias"].numel(),
        len(weights["encoder.positions.weight"]), len(weights["encoder.casings.weight"]),
        weights["arc_bilinear.bias"].numel(), weights["label_linear.weight"].shape[1], len(kept), MAX_PIECES_A_WORD,
        len(UPOS), len(relations), len(BIO), len(folded), len(inventories), sum(len(p) for p, _ in kept),
    ]  # fmt: skip
    writer.put(MAGIC + struct.pack(f"<{len(header)}I", *header))
    writer.put(inventories)
    ends = np.cumsum([0] + [len(p) for p, _ in kept])
    writer.put(ends.astype("<u4").tobytes())
    writer.put(b"".join(p for p, _ in kept))
    writer.put(np.asarray(folded, dtype="<u4").tobytes())
    writer.embedding(weights["encoder.pieces.weight"][[number for _, number in kept]])
    writer.embedding(weights["encoder.positions.weight"])
    writer.embedding(weights["encoder.casings.weight"])
    writer.floats(weights["encoder.norm.weight"])
    writer.floats(weights["encoder.norm.bias"])
    writer.floats(torch.softmax(weights["encoder.mix"], 0))
    for i in range(layers):
        prefix = f"encoder.layers.{i}."
        for name in ("qkv", "out", "norm1", "up", "down", "norm2"):
            weight, bias = of(prefix + name)
            if name.startswith("norm"):
                writer.floats(weight)
                writer.floats(bias)
            else:
                writer.dense(weight, bias)
    for name in ("tag", "entity", "roles", "arc_bilinear", "label_bilinear", "label_linear"):
        writer.dense(*of(name))
    return b"".join(writer.parts)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    kept = kept_pieces(options.data, Pieces(options.encoder))
    data = model_file(torch.load(options.model), kept)
    options.out.write_bytes(data)
    print(f"{len(kept)} pieces, {len(data)} bytes")


if __name__ == "__main__":
    main()
