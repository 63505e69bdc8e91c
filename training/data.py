"""Reading of treebanks and entity files, and the pieces and casing that the network sees."""

from dataclasses import dataclass
from pathlib import Path

from tokenizers import Tokenizer
from tokenizers.models import WordPiece

KINDS = ("PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT", "DATE")
BIO = ("O", *(f"{p}-{kind}" for kind in KINDS for p in "BI"))
UPOS = tuple("ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X".split())
PAD, UNKNOWN, START, END = 0, 100, 101, 102
MAX_PIECES_A_WORD = 12
# Names that the treebanks gave up; a few are left over in them.
RENAMED = {
    "obl:npmod": "obl:unmarked", "obl:tmod": "obl:unmarked",
    "nmod:npmod": "nmod:unmarked", "nmod:tmod": "nmod:unmarked",
}  # fmt: skip


@dataclass(frozen=True)
class Word:
    """A syntactic word of a treebank; `head` counts from 1, 0 is the root."""

    form: str
    lemma: str
    tag: str
    head: int
    relation: str


def read_conllu(path: Path) -> list[list[Word]]:
    sentences, current = [], []
    for line in open(path, encoding="utf8"):
        line = line.rstrip("\n")
        if not line:
            if current:
                sentences.append(current)
            current = []
        elif line[0] != "#":
            fields = line.split("\t")
            if fields[0].isdigit():
                current.append(Word(fields[1], fields[2], fields[3], int(fields[6]), RENAMED.get(fields[7], fields[7])))
    return sentences + [current] if current else sentences


def read_bio(path: Path) -> list[tuple[list[str], list[str]]]:
    """Sentences as words and BIO tags: the first and the last column."""
    sentences, words, tags = [], [], []
    for line in open(path, encoding="utf8"):
        if line.strip():
            fields = line.rstrip("\n").split("\t") if "\t" in line else line.split()
            words.append(fields[0])
            tags.append(fields[-1])
        elif words:
            sentences.append((words, tags))
            words, tags = [], []
    return sentences + [(words, tags)] if words else sentences


def spans_of(tags) -> list[tuple[int, int, str]]:
    spans, start, kind = [], None, None
    for i, tag in enumerate([*tags, "O"]):
        if start is not None and (tag[0] != "I" or tag[2:] != kind):
            spans.append((start, i, kind))
            start = None
        if tag[0] == "B" or (tag[0] == "I" and start is None):
            start, kind = i, tag[2:]
    return spans


def tags_of(count: int, spans) -> list[str]:
    tags = ["O"] * count
    for start, end, kind in spans:
        tags[start:end] = ["B-" + kind] + ["I-" + kind] * (end - start - 1)
    return tags


def casing(word: str) -> int:
    """0 markers, 1 lower, 2 Capitalised, 3 UPPER (two letters or more), 4 miXed, 5 no cased letter."""
    letters = [c for c in word if c.lower() != c.upper()]
    if not letters:
        return 5
    if all(c == c.lower() for c in letters):
        return 1
    if len(letters) > 1 and all(c == c.upper() for c in letters):
        return 3
    if letters[0] == letters[0].upper() and all(c == c.lower() for c in letters[1:]):
        return 2
    return 4


class Pieces:
    """WordPiece of uncased BERT, a word at a time, with a cache."""

    def __init__(self, encoder: Path):
        self.tokenizer = Tokenizer.from_file(str(encoder / "tokenizer.json"))
        self.tokenizer.no_padding()
        self.tokenizer.no_truncation()
        self._cache: dict[str, tuple[list[int], int]] = {}

    def restrict(self, kept: set[int]) -> "Pieces":
        """Forgets all pieces but these; numbers stay."""
        vocabulary = {piece: n for piece, n in self.tokenizer.get_vocab().items() if n in kept}
        self.tokenizer.model = WordPiece(vocabulary, unk_token="[UNK]", max_input_chars_per_word=100)
        self._cache.clear()
        return self

    def of(self, word: str) -> tuple[list[int], int]:
        found = self._cache.get(word)
        if found is None:
            ids = self.tokenizer.encode(word, add_special_tokens=False).ids[:MAX_PIECES_A_WORD] or [UNKNOWN]
            found = self._cache[word] = (ids, casing(word))
        return found

    def encode(self, words) -> tuple[list[int], list[int], list[int]]:
        """Piece ids, their casing and, for the start marker and every word, the index of its first piece."""
        ids, cases, first = [START], [0], [0]
        for word in words:
            pieces, case = self.of(word)
            first.append(len(ids))
            ids += pieces
            cases += [case] * len(pieces)
        return ids + [END], cases + [0], first


def batches(lengths, budget, random=None, most=64):
    """Index batches of similar length whose padded size stays within `budget` pieces; shuffled if `random` is given."""
    order = sorted(range(len(lengths)), key=lambda i: lengths[i] + (random.random() * 3 if random else 0))
    found, current = [], []
    for i in order:
        if current and ((len(current) + 1) * max(lengths[i], lengths[current[-1]]) > budget or len(current) >= most):
            found.append(current)
            current = []
        current.append(i)
    if current:
        found.append(current)
    if random:
        random.shuffle(found)
    return found
