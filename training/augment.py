"""Makes training sentences look like what news sites really serve.

Treebanks and the Meaning Bank are tidy: sentences end in a stop, quotation marks are straight and come in pairs,
names are cased as in a dictionary. Captions, headlines and agency copy are not. Every epoch draws anew.
"""

from collections import defaultdict
from dataclasses import replace

from training.data import spans_of
from training.examples import Example
from training.titles import with_title


def without(example: Example, index: int) -> Example:
    """The sentence less one word that nothing depends on and that stands in no name."""

    def cut(column):
        return column and column[:index] + column[index + 1 :]

    heads = example.heads and [h - (h > index + 1) for h in cut(example.heads)]
    return Example(cut(example.words), cut(example.tags), heads, cut(example.relations), cut(example.entities))


def removable(example: Example, index: int) -> bool:
    if len(example.words) < 4 or (example.entities and example.entities[index] != "O"):
        return False
    return not example.heads or ((index + 1) not in example.heads and example.heads[index] != 0)


def with_stray(example: Example, mark: str, at_end: bool) -> Example:
    """The sentence with a quotation mark that has no partner, before its first or after its last word."""
    root = example.heads.index(0) + 1 if example.heads else 0

    def put(column, value):
        return column and (column + [value] if at_end else [value] + column)

    heads = example.heads
    if heads and not at_end:
        heads = [h + (h > 0) for h in heads]
        root += 1
    return Example(
        put(example.words, mark), put(example.tags, "PUNCT"), put(heads, root),
        put(example.relations, "punct"), put(example.entities, "O"),
    )  # fmt: skip


def curly(words: list[str]) -> list[str]:
    opened, changed = False, []
    for word in words:
        if word in ('"', "``", "''"):
            opened = word == "``" or (word == '"' and not opened)
            changed.append("“" if opened else "”")
        elif word == "`":
            changed.append("‘")
        else:
            changed.append(word.replace("'", "’"))
    return changed


class NamePool:
    """Names of the training text by kind and number of words, every name once: new names in known sentences.

    The text is full of the names of its years; each of them counts no more than a name seen once.
    """

    SWAPPED = ("PERSON", "GPE")

    def __init__(self, examples):
        found = defaultdict(set)
        for example in examples:
            for start, end, kind in spans_of(example.entities or []):
                name = tuple(example.words[start:end])
                if kind in self.SWAPPED and all(w[:1].isupper() and w[1:].islower() for w in name):
                    found[kind, end - start].add(name)
        self._names = {key: sorted(names) for key, names in found.items()}

    def swapped(self, example: Example, random) -> Example:
        words = list(example.words)
        for start, end, kind in spans_of(example.entities or []):
            names = self._names.get((kind, end - start))
            if names and random.random() < 0.7:
                words[start:end] = random.choice(names)
        return replace(example, words=words)


QUOTES = frozenset({'"', "``", "''", "“", "”"})
SMALL = frozenset("a an and as at but by for from in nor of off on or over per the to up via vs. with".split())


def names(example: Example) -> list[int]:
    if example.entities:
        return [i for i, tag in enumerate(example.entities) if tag != "O" and not tag.endswith("DATE")]
    return [i for i, tag in enumerate(example.tags or []) if tag == "PROPN"]


def augmented(example: Example, pool: NamePool, random) -> Example:
    """One draw: names and titles, quotation marks and dashes first, then the final stop, then casing."""
    if random.random() < 0.1:
        example = pool.swapped(example, random)
    if random.random() < 0.12:
        example = with_title(example, random)
    words = example.words
    quoted = [i for i, word in enumerate(words) if word in QUOTES]
    if quoted and random.random() < 0.12:
        victim = random.choice(quoted)
        if removable(example, victim):
            example = without(example, victim)
    elif random.random() < 0.015:
        example = with_stray(example, random.choice(['"', "“", "”"]), random.random() < 0.5)
    words = list(example.words)
    if any("'" in w or w in QUOTES or w == "`" for w in words):
        draw = random.random()
        if draw < 0.4:
            words = curly(words)
        elif draw < 0.75:
            words = ['"' if w in ("``", "''") else "'" if w == "`" else w for w in words]
    if random.random() < 0.5:
        dash = random.choice(["—", "–", "-"])
        words = [dash if w in ("--", "—", "–") else w for w in words]
    example = replace(example, words=words)

    headline = False
    if words[-1] == "." and random.random() < 0.12 and removable(example, len(words) - 1):
        example = without(example, len(words) - 1)
        headline = random.random() < 0.3
    words = list(example.words)
    draw = random.random()
    if headline:
        words = [w if w.lower() in SMALL and i else w[:1].upper() + w[1:] for i, w in enumerate(words)]
    elif draw < 0.03:
        words = [w.upper() for w in words]
    elif draw < 0.06:
        words = [w.lower() for w in words]
    elif draw < 0.09:
        count = random.randint(2, 7)
        words = [w.upper() if i < count else w for i, w in enumerate(words)]
    elif draw < 0.13:
        chosen = set(names(example))
        if random.random() < 0.5 and example.entities:
            chosen = {i for i in chosen if example.entities[i].endswith("PERSON")}
        words = [w.upper() if i in chosen else w for i, w in enumerate(words)]
    return replace(example, words=words)
