"""How far the training labels agree with what people marked in the Groningen Meaning Bank: a bound for any model trained on them.

Spans of people, organisations and places must agree in both ends; titles before names are cut off on both sides.
    python3 -m training.agreement --data DATA --labels LABELS
With --marks the people's own marks are written as labels, to train a model that knows no others.
"""

import argparse
from collections import Counter
from pathlib import Path

from training.data import read_bio, spans_of
from training.label import trimmed, write_bio

MARKED = {"per": "PERSON", "org": "ORG", "geo": "GPE"}
OTHERS = {"gpe": "NORP", "eve": "EVENT", "tim": "DATE"}
SCORED = {"PERSON": "PER", "ORG": "ORG", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC"}


def marks(words, tags):
    """What people marked, in our kinds."""
    kinds = MARKED | OTHERS
    spans = [trimmed(words, (start, end, kinds[k])) for start, end, k in spans_of(tags) if k in kinds]
    return [span for span in spans if span]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--labels", type=Path, required=True, help="what training.label wrote")
    parser.add_argument("--marks", type=Path, help="file for the marks as labels")
    options = parser.parse_args()
    ours = read_bio(options.labels / "gmb.bio")
    theirs = read_bio(options.data / "ner" / "gmb-train.pos.bio")
    if options.marks:
        write_bio(options.marks, [words for words, _ in theirs], [marks(*sentence) for sentence in theirs])
    both, labelled, marked = Counter(), Counter(), Counter()
    for (words, tags), (_, labels) in zip(theirs, ours, strict=True):
        spans = [trimmed(words, (start, end, MARKED[k])) for start, end, k in spans_of(tags) if k in MARKED]
        gold = {(start, end, SCORED[kind]) for start, end, kind in filter(None, spans)}
        found = {(start, end, SCORED[kind]) for start, end, kind in spans_of(labels) if kind in SCORED}
        for counter, chosen in ((both, gold & found), (labelled, found), (marked, gold)):
            for _, _, kind in chosen:
                counter[kind] += 1
    for kind in ("PER", "ORG", "LOC"):
        print(kind, f"F1 {200 * both[kind] / (labelled[kind] + marked[kind]):.1f}")
    print("all", f"F1 {200 * both.total() / (labelled.total() + marked.total()):.1f}")


if __name__ == "__main__":
    main()
