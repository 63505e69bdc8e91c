"""Scores a model on held-out treebanks and entity files: as it ships (int8, pruned vocabulary) unless told otherwise.

python3 -m training.score --data DATA --encoder MINILM --model l3.pt
"""

import argparse
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch

from training.data import BIO, UPOS, Pieces, batches, read_bio, read_conllu, spans_of, tags_of
from training.decode import best_tags, tree
from training.label import DETERMINERS, POSSESSIVES, TITLES
from training.model import Network
from training.export import kept_pieces
from training.quantise import quantised, round_activations

REPORTING = frozenset(
    """say tell add state announce report claim note warn argue insist admit deny confirm explain declare describe
    reveal suggest urge accuse call ask answer reply respond write tweet post comment acknowledge mention predict
    promise pledge vow allege stress emphasize""".split()
)
CORE = frozenset("nsubj ccomp obj obl parataxis iobj xcomp csubj".split())
PEOPLE_ORGANISATIONS_PLACES = {
    "PERSON": "PER", "ORG": "ORG", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC", "PER": "PER"}  # fmt: skip


@dataclass
class Analysis:
    tags: list[str]
    heads: list[int]
    relations: list[str]
    entities: list[str]


def load(path, quantise=True):
    """The network and its relations; if quantised, weights and inputs of dense layers are rounded as in Swift."""
    stored = torch.load(path)
    weights = quantised(stored["weights"]) if quantise else stored["weights"]
    net = Network(stored["layers"], len(UPOS), len(stored["relations"]), len(BIO))
    net.load_state_dict(weights)
    return (round_activations(net) if quantise else net).eval(), stored["relations"]


@torch.inference_mode()
def analyse(net, relations, pieces, sentences, budget=3000):
    encoded = [pieces.encode(words) for words in sentences]
    found = [None] * len(sentences)
    root = relations.index("root")
    for chosen in batches([len(e[0]) for e in encoded], budget):
        batch = [encoded[i] for i in chosen]
        length, count = max(len(e[0]) for e in batch), max(len(e[2]) for e in batch)
        ids = torch.zeros(len(batch), length, dtype=torch.long)
        cases, first = torch.zeros_like(ids), torch.zeros(len(batch), count, dtype=torch.long)
        for row, (p, c, f) in enumerate(batch):
            ids[row, : len(p)], cases[row, : len(p)], first[row, : len(f)] = map(torch.tensor, (p, c, f))
        words = net.words(ids, cases, first)
        tags = net.tag_scores(words).argmax(2).numpy()
        entities = net.entity_scores(words).numpy()
        arcs, dependent, head = net.arc_scores(words)
        heads = torch.zeros_like(first)
        for row, (_, _, f) in enumerate(batch):
            heads[row, : len(f)] = torch.tensor(tree(arcs[row, : len(f), : len(f)].numpy()))
        scores = net.relation_scores(dependent, head, heads)
        scores[:, :, root] = torch.where(heads == 0, 1e4, -1e4)
        labels = scores.argmax(2).numpy()
        for row, i in enumerate(chosen):
            end = len(batch[row][2])
            found[i] = Analysis(
                [UPOS[t] for t in tags[row, 1:end]], heads[row, 1:end].tolist(),
                [relations[r] for r in labels[row, 1:end]], best_tags(entities[row, 1:end].astype(np.float64)),
            )  # fmt: skip
    return found


def universal(relation):
    return relation.split(":")[0]


def tree_scores(gold, found):
    words = tagged = attached = labelled = full = reporting = reporting_right = 0
    for sentence, analysis in zip(gold, found, strict=True):
        for i, word in enumerate(sentence):
            head = word.head == analysis.heads[i]
            right = head and universal(word.relation) == universal(analysis.relations[i])
            words += 1
            tagged += word.tag == analysis.tags[i]
            attached += head
            labelled += right
            full += head and word.relation == analysis.relations[i]
            if word.head and universal(word.relation) in CORE:
                governor = sentence[word.head - 1]
                if governor.tag == "VERB" and governor.lemma.lower() in REPORTING:
                    reporting += 1
                    reporting_right += right
    share = lambda n, of: round(100 * n / max(1, of), 2)  # noqa: E731
    return dict(
        words=words, UPOS=share(tagged, words), UAS=share(attached, words), LAS=share(labelled, words),
        LAS_subtypes=share(full, words), reporting=share(reporting_right, reporting), reporting_n=reporting,
    )  # fmt: skip


def coarse(words, tags):
    found = set()
    for start, end, kind in spans_of(tags):
        kind = PEOPLE_ORGANISATIONS_PLACES.get(kind)
        if not kind:
            continue
        while start < end - 1 and (
            words[start].lower() in DETERMINERS or (kind == "PER" and words[start].lower() in TITLES)
        ):
            start += 1
        if end - 1 > start and words[end - 1] in POSSESSIVES:
            end -= 1
        found.add((start, end, kind))
    return found


def entity_scores(gold, found, spans=coarse):
    counts = {}
    for (words, tags), analysis in zip(gold, found, strict=True):
        marked, given = spans(words, tags), spans(words, analysis.entities)
        for name, column in ((marked, 1), (given, 2), (marked & given, 0)):
            for span in name:
                counts.setdefault(span[2], [0, 0, 0])[column] += 1
    counts["all"] = [sum(c[i] for c in counts.values()) for i in range(3)]
    f1 = lambda right, marked, given: round(200 * right / max(1, marked + given), 2)  # noqa: E731
    scores = {kind: f1(*c) for kind, c in sorted(counts.items())}
    right, marked, given = counts["all"]
    return scores | dict(P=round(100 * right / max(1, given), 2), R=round(100 * right / max(1, marked), 2))


MARKED = {"per": "PER", "org": "ORG", "geo": "LOC"}


def without_nationalities(gold, found):
    """The Groningen Meaning Bank marks "Iraqi" and at times "Iraq" as nationality: such words count neither way."""
    pairs = []
    for (words, tags), analysis in zip(gold, found, strict=True):
        left_out = {i for start, end, kind in spans_of(tags) if kind == "gpe" for i in range(start, end)}
        cut = lambda column: [(s, e, k) for s, e, k in spans_of(column) if left_out.isdisjoint(range(s, e))]  # noqa: E731
        marked = [(s, e, MARKED[k]) for s, e, k in cut(tags) if k in MARKED]
        given = [(s, e, PEOPLE_ORGANISATIONS_PLACES[k]) for s, e, k in cut(analysis.entities)
                 if k in PEOPLE_ORGANISATIONS_PLACES]  # fmt: skip
        pairs.append((words, tags_of(len(words), marked), tags_of(len(words), given)))
    return pairs


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--float", action="store_true", help="score the weights as trained")
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    net, relations = load(options.model, not options.float)
    pieces = Pieces(options.encoder)
    if not options.float:
        pieces.restrict({number for _, number in kept_pieces(options.data, pieces)})
    for name in ("en_ewt-dev", "en_ewt-test", "gum-by-dev", "gum-by-test"):
        gold = read_conllu(options.data / "trees" / f"{name}.conllu")
        found = analyse(net, relations, pieces, [[w.form for w in s] for s in gold])
        print(name, tree_scores(gold, found), flush=True)
    for name in ("uner-ewt-dev", "uner-ewt-test"):
        gold = read_bio(options.data / "ner" / f"{name}.bio")
        found = analyse(net, relations, pieces, [words for words, _ in gold])
        print(name, entity_scores(gold, found), flush=True)
    gold = read_bio(options.data / "ner" / "gmb-test.pos.bio")
    pairs = without_nationalities(gold, analyse(net, relations, pieces, [words for words, _ in gold]))
    marked = [(words, tags) for words, tags, _ in pairs]
    given = [Analysis([], [], [], tags) for _, _, tags in pairs]
    print("gmb-test", entity_scores(marked, given), flush=True)


if __name__ == "__main__":
    main()
