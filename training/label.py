"""Gives the training sentences entity labels of one scheme: PERSON ORG GPE LOC FAC NORP EVENT DATE.

No open corpus of news has OntoNotes-like entities. The Groningen Meaning Bank has person-corrected spans in a scheme
of its own, wikigold has four types, GUM's are derived by rule and EWT has none. A tagger trained on OntoNotes (spaCy's
English model, MIT) labels everything; where people have marked a span, theirs decides whether a name is there and
whether it is a person, and the tagger decides between the kinds of place and organisation.

Writes one BIO file a corpus, in the order of the corpus:
    python3 -m training.label --data DATA --tagger PATH_OR_NAME --out LABELS
"""

import argparse
from collections import Counter, defaultdict
from pathlib import Path

from training.data import KINDS, read_bio, read_conllu, spans_of, tags_of

PLACES = ("GPE", "LOC", "FAC")
TITLES = frozenset(
    """president prime minister mr. mrs. ms. mr mrs ms dr dr. sir dame lord lady sen. sen senator rep. rep
    representative gov. gov governor secretary general gen. gen foreign vice chancellor king queen pope judge justice
    chief deputy leader spokesman spokeswoman spokesperson director chairman chairwoman officer col. col colonel lt. lt
    lieutenant captain capt. capt sgt. sgt sergeant maj. maj major adm. adm admiral commander professor prof. prof first
    mayor ambassador defense defence interior finance state attorney u.n. un us u.s. of former ex-president
    congressman congresswoman sheriff detective imam ayatollah prince princess premier cardinal archbishop bishop
    reverend rev. rev father sheikh shaikh crown emperor sultan emir minister prosecutor envoy opposition head
    acting interim newly-elected candidate presidential then-president the""".split()
)
# Half a role that taggers take for an organisation: "[Defense] Minister", "Secretary of [State]".
ROLE_PARTS = frozenset({"state", "defense", "defence", "foreign", "interior", "finance", "treasury", "home", "energy"})
BUILDINGS = frozenset(
    """base airport airfield palace square prison bridge stadium tower street avenue cathedral mosque barracks
    hospital checkpoint crossing one""".split()
)
DETERMINERS = frozenset({"the", "a", "an"})
POSSESSIVES = frozenset({"'s", "’s", "'", "’"})


def trimmed(words, span):
    """The name alone: no article, no possessive mark, no title before a person's name. None when nothing is left."""
    start, end, kind = span
    while kind != "DATE" and start < end and words[start].lower() in DETERMINERS:
        start += 1
    while start < end and words[end - 1] in POSSESSIVES:
        end -= 1
    while kind == "PERSON" and start < end and words[start].lower() in TITLES:
        start += 1
    if start == end or (kind == "ORG" and end - start == 1 and words[start].lower() in ROLE_PARTS):
        return None
    if kind in ("ORG", "GPE", "LOC") and end - start > 1 and words[end - 1].lower() in BUILDINGS:
        kind = "FAC"
    return start, end, kind


def merge(words, marked, tagged, habit):
    """One set of spans from those that people marked and those that the tagger found.

    marked: (start, end, type) in {PERSON, ORG, PLACE, NORP, EVENT}; tagged: kinds of KINDS.
    habit: what the tagger calls a place of that name most often.
    """
    tagged = [s for s in (trimmed(words, s) for s in tagged) if s]
    marked = [s for s in (trimmed(words, s) for s in marked) if s]
    kept = {(a, b): k for a, b, k in tagged}
    for start, end, type_ in marked:
        overlapping = [(a, b) for a, b in kept if a < end and start < b]
        name = " ".join(words[start:end]).lower()
        if (start, end) in kept:
            kind = kept[start, end]
            if type_ == "PERSON":
                kept[start, end] = "PERSON"
            elif type_ == "ORG" and kind in ("PERSON", "DATE"):
                kept[start, end] = "ORG"
            elif type_ == "PLACE" and kind not in PLACES and kind != "NORP":
                kept[start, end] = habit.get(name, "GPE")
        elif overlapping:
            if type_ == "PERSON" and not any(kept[o] == "PERSON" for o in overlapping):
                for o in overlapping:
                    del kept[o]
                kept[start, end] = "PERSON"
        elif any(w[:1].isupper() for w in words[start:end]):
            kept[start, end] = habit.get(name, "GPE") if type_ == "PLACE" else type_
    return [(a, b, k) for (a, b), k in sorted(kept.items())]


def settled(names):
    """One kind for each name whose occurrences nearly all agree: a slip of a person or of the tagger is outvoted.

    names: the name and the kind of every occurrence, a place of any sort counting as one kind.
    """
    votes = defaultdict(Counter)
    for name, kind in names:
        votes[name][kind] += 1
    winners = {name: (*count.most_common(1)[0], count.total()) for name, count in votes.items()}
    return {name: kind for name, (kind, most, total) in winners.items() if total >= FEWEST and most >= AGREED * total}


def outvoted(words, span, common, habit):
    """The span with the kind that its name has elsewhere; dates keep theirs."""
    start, end, kind = span
    name = " ".join(words[start:end]).lower()
    usual = common.get(name, kind)
    if kind == "DATE" or usual == "DATE" or usual == kind or (usual == "PLACE" and kind in PLACES):
        return span
    return start, end, habit.get(name, "GPE") if usual == "PLACE" else usual


FEWEST, AGREED = 8, 0.75  # occurrences of a name, and the share that must agree, before it outvotes a label

MARKED = {
    "per": "PERSON", "org": "ORG", "geo": "PLACE", "gpe": "NORP", "eve": "EVENT",
    "PER": "PERSON", "ORG": "ORG", "LOC": "PLACE", "PERSON": "PERSON", "EVENT": "EVENT",
}  # fmt: skip


def spaces_after(words):
    """Whether a space follows each word in running text, which the tagger looks at."""
    closing = {".", ",", ";", ":", "?", "!", ")", "]", "%", "'s", "’s", "n't", "n’t", "'", "’", "”", "''"}
    return [
        not (i + 1 == len(words) or words[i + 1] in closing or word in {"(", "[", "$", "“", "``"})
        for i, word in enumerate(words)
    ]


def tag(tagger, sentences):
    """The tagger's spans of every sentence, in our kinds."""
    from spacy.tokens import Doc

    docs = (Doc(tagger.vocab, words=words, spaces=spaces_after(words)) for words in sentences)
    for doc in tagger.pipe(docs, batch_size=256):
        yield [(e.start, e.end, e.label_) for e in doc.ents if e.label_ in KINDS]


def write_bio(path, sentences, spans):
    with open(path, "w", encoding="utf8") as out:
        for words, found in zip(sentences, spans, strict=True):
            for word, tag_ in zip(words, tags_of(len(words), found), strict=True):
                out.write(f"{word}\t{tag_}\n")
            out.write("\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--tagger", required=True, help="spaCy model: a package name or a folder")
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    import spacy

    tagger = spacy.load(options.tagger, disable=["tagger", "parser", "attribute_ruler", "lemmatizer"])
    options.out.mkdir(parents=True, exist_ok=True)
    corpora = {}
    for name, file in (("gmb", "gmb-train.pos.bio"), ("wikigold", "wikigold.bio")):
        corpora[name] = read_bio(options.data / "ner" / file)
    for name in ("gum-by-train", "gum-bysa-train"):
        corpora[name] = read_bio(options.data / "ner" / f"{name}.bio")
    ewt = read_conllu(options.data / "trees" / "en_ewt-train.conllu")
    corpora["en_ewt-train"] = [([w.form for w in s], ["O"] * len(s)) for s in ewt]

    tagged = {name: list(tag(tagger, [w for w, _ in corpus])) for name, corpus in corpora.items()}
    votes = defaultdict(Counter)
    for name, corpus in corpora.items():
        for (words, _), found in zip(corpus, tagged[name], strict=True):
            for start, end, kind in found:
                if kind in PLACES:
                    votes[" ".join(w for w in words[start:end] if w.lower() != "the").lower()][kind] += 1
    habit = {name: count.most_common(1)[0][0] for name, count in votes.items()}
    marks = {
        name: [[(a, b, MARKED[k]) for a, b, k in spans_of(tags) if k in MARKED] for _, tags in corpus]
        for name, corpus in corpora.items()
    }
    common = settled(
        (" ".join(words[start:end]).lower(), "PLACE" if kind in PLACES else kind)
        for name, corpus in corpora.items()
        for (words, _), *sources in zip(corpus, marks[name], tagged[name], strict=True)
        for source in sources
        for start, end, kind in source
    )
    for name, corpus in corpora.items():
        sentences = [words for words, _ in corpus]
        spans = []
        for words, marked, found in zip(sentences, marks[name], tagged[name], strict=True):
            spans.append([outvoted(words, s, common, habit) for s in merge(words, marked, found, habit)])
        write_bio(options.out / f"{name}.bio", sentences, spans)
        print(name, len(sentences), Counter(k for s in spans for _, _, k in s))


if __name__ == "__main__":
    main()
