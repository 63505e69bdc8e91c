"""Titles before names: treebanks have few of "Secretary of State Colin Powell", news has many."""

from training.data import spans_of
from training.examples import Example

TITLES = """President|Prime Minister|Chancellor|Foreign Minister|Defense Minister|Foreign Secretary
    Defence Secretary|Secretary of State|Secretary of Defense|Secretary of Homeland Security
    Minister of Foreign Affairs|Minister of Defence|Director of National Intelligence|Chief of Staff|Special Envoy for Syria|Ambassador to Israel|Head of State
    Secretary of State|Secretary of State|Treasury Secretary|National Security Adviser""".replace("\n", "|").split("|")
PLACE_NAMES = "US Israel Turkey France Germany Iran Qatar Ukraine China Egypt Britain India".split()
PLACE_ADJECTIVES = "British Turkish Israeli Russian Egyptian French German Iranian Qatari Chinese Syrian".split()
ADJECTIVES = frozenset("Prime Foreign National Special".split())


def title_words(random):
    """A title with its tree: (word, tag, head within the title or None for its noun, relation, entity)."""
    words = random.choice(TITLES).split()
    preposition = next((i for i, w in enumerate(words) if w in ("of", "for", "to")), len(words))
    noun, last = preposition - 1, len(words) - 1
    found = []
    for i, word in enumerate(words):
        tag, relation = ("ADJ", "amod") if word in ADJECTIVES else ("PROPN", "compound")
        if i == noun:
            found.append((word, "PROPN", None, "nmod:desc", "O"))
        elif i == preposition:
            found.append((word, "ADP", last, "case", "O"))
        elif i == last:
            place = "B-GPE" if word in PLACE_NAMES or word == "Syria" else "O"
            found.append((word, "PROPN", noun, "nmod", place))
        else:
            found.append((word, tag, noun if i < noun else last, relation, "O"))
    front = []
    draw = random.random()
    if draw < 0.25:
        front = [(random.choice(PLACE_NAMES), "PROPN", noun, "compound", "B-GPE")]
    elif draw < 0.5:
        front = [(random.choice(PLACE_ADJECTIVES), "ADJ", noun, "amod", "B-NORP")]
    elif draw < 0.7:
        mark = random.choice(["'s", "’s"])
        front = [(random.choice(PLACE_NAMES), "PROPN", noun, "nmod:poss", "B-GPE"), (mark, "PART", -2, "case", "O")]
    shift = len(front)
    front = [(w, t, 0 if h == -2 else h + shift, r, e) for w, t, h, r, e in front]
    return front + [(w, t, h if h is None else h + shift, r, e) for w, t, h, r, e in found]


def with_title(example: Example, random) -> Example:
    """A title put before one of the names of persons that have none."""
    bare = []
    for start, end, kind in spans_of(example.entities or []):
        if kind != "PERSON" or not example.words[start].isalpha():
            continue
        if example.heads:
            inside = all(example.heads[i] == start + 1 for i in range(start + 1, end))
            children = any(head == start + 1 for head in example.heads[:start])
            if not inside or children or example.relations[start] in ("compound", "flat", "nmod:desc"):
                continue
        elif start and example.words[start - 1][:1].isupper():
            continue
        bare.append(start)
    if not bare:
        return example
    at, title = random.choice(bare), title_words(random)
    size = len(title)

    def put(column, values):
        return column and column[:at] + values + column[at:]

    heads = example.heads and [h + size if h > at else h for h in example.heads]
    inner = [at + size + 1 if h is None else at + h + 1 for _, _, h, _, _ in title]
    return Example(
        put(example.words, [w for w, *_ in title]), put(example.tags, [t for _, t, *_ in title]), put(heads, inner),
        put(example.relations, [r for *_, r, _ in title]), put(example.entities, [e for *_, e in title]),
    )  # fmt: skip
