"""Trains tags, trees and entities together.

python3 -m training.train --data DATA --labels LABELS --encoder MINILM --layers 3 --out l3.pt
"""

import argparse
import random
import time
from pathlib import Path

import torch
import torch.nn.functional as F

from training.augment import NamePool, augmented
from training.data import BIO, UPOS, Pieces, batches
from training.examples import with_entities, with_trees
from training.model import Network

LONGEST = 160
IGNORED = -100


def collate(encoded):
    """Pads a batch; targets have a row for the start marker, which is ignored."""
    length, words = max(len(e[0]) for e in encoded), max(len(e[2]) for e in encoded)
    ids = torch.zeros(len(encoded), length, dtype=torch.long)
    cases, first = torch.zeros_like(ids), torch.zeros(len(encoded), words, dtype=torch.long)
    targets = [torch.full((len(encoded), words), IGNORED, dtype=torch.long) for _ in range(4)]
    for row, (pieces, casings, starts, *columns) in enumerate(encoded):
        ids[row, : len(pieces)] = torch.tensor(pieces)
        cases[row, : len(pieces)] = torch.tensor(casings)
        first[row, : len(starts)] = torch.tensor(starts)
        for target, column in zip(targets, columns, strict=True):
            if column is not None:
                target[row, 1 : len(starts)] = torch.tensor(column)
    return ids, cases, first, targets


def losses(net, batch):
    ids, cases, first, (tags, heads, relations, entities) = batch
    words = net.words(ids, cases, first)
    found = {}
    if (entities >= 0).any():
        found["entity"] = F.cross_entropy(net.entity_scores(words).transpose(1, 2), entities)
    if (tags >= 0).any():
        found["tag"] = F.cross_entropy(net.tag_scores(words).transpose(1, 2), tags)
        arcs, dependent, head = net.arc_scores(words)
        valid = first > 0
        valid[:, 0] = True
        arcs = arcs.masked_fill(~valid[:, None, :], -1e4)
        found["arc"] = F.cross_entropy(arcs.transpose(1, 2), heads)
        scores = net.relation_scores(dependent, head, heads.clamp(min=0))
        found["relation"] = F.cross_entropy(scores.transpose(1, 2), relations)
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--labels", type=Path, required=True, help="what training.label wrote")
    parser.add_argument("--encoder", type=Path, required=True, help="folder with tokenizer.json and model.safetensors")
    parser.add_argument("--layers", type=int, default=3)
    parser.add_argument("--epochs", type=int, default=4, help="passes over the trees; entity sentences pass once")
    parser.add_argument("--entity-share", type=float, default=1, help="share of the entity sentences that is used")
    parser.add_argument("--start", type=Path, help="a model to go on from, instead of the encoder's own weights")
    parser.add_argument("--budget", type=int, default=800, help="padded pieces a batch")
    parser.add_argument("--encoder-rate", type=float, default=1.5e-4)
    parser.add_argument("--head-rate", type=float, default=1e-3)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    rng = random.Random(options.seed)

    trees, entities = with_trees(options.data, options.labels), with_entities(options.labels)
    start = torch.load(options.start) if options.start else None
    relations = start["relations"] if start else sorted({relation for e in trees for relation in e.relations})
    numbers = [{name: i for i, name in enumerate(inventory)} for inventory in (UPOS, relations, BIO)]
    pieces, pool = Pieces(options.encoder), NamePool(trees + entities)
    print(f"{len(trees)} trees ({sum(e.entities is not None for e in trees)} with entities), {len(entities)} sentences")

    def encode(example):
        e = augmented(example, pool, rng)
        columns = (
            e.tags and [numbers[0][t] for t in e.tags], e.heads, e.relations and [numbers[1][r] for r in e.relations],
            e.entities and [numbers[2][t] for t in e.entities],
        )  # fmt: skip
        return *pieces.encode(e.words), *columns

    def epoch(number):
        """This pass's batches: all trees and the next share of the entity sentences, each kind by itself."""
        share = entities[number :: options.epochs]
        for examples in (trees, share):
            encoded = [e for e in map(encode, examples) if len(e[0]) <= LONGEST]
            for chosen in batches([len(e[0]) for e in encoded], options.budget, rng):
                yield [encoded[i] for i in chosen]

    rng.shuffle(entities)
    entities = entities[: round(options.entity_share * len(entities))]
    net = Network(options.layers, len(UPOS), len(relations), len(BIO))
    if start:
        net.load_state_dict(start["weights"])
    else:
        net.encoder.load_pretrained(options.encoder / "model.safetensors")
    pretrained = [p for n, p in net.encoder.named_parameters() if "casings" not in n and "mix" not in n]
    known = set(map(id, pretrained))
    fresh = [p for p in net.parameters() if id(p) not in known]
    groups = [dict(params=pretrained, lr=options.encoder_rate), dict(params=fresh, lr=options.head_rate)]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01, betas=(0.9, 0.98), fused=True)

    step, words, started, running = 0, 0, time.time(), {}
    net.train()
    total = None
    for number in range(options.epochs):
        queue = list(epoch(number))
        rng.shuffle(queue)
        if total is None:
            total = len(queue) * options.epochs
            rate = lambda i: min((i + 1) / (0.08 * total), max(0.0, (total - i) / (0.92 * total)))  # noqa: E731
            schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, rate)
            print(f"{total} steps", flush=True)
        for batch in queue:
            found = losses(net, collate(batch))
            optimiser.zero_grad(set_to_none=True)
            sum(found.values()).backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0, foreach=True)
            optimiser.step()
            schedule.step()
            step += 1
            words += sum(len(e[2]) - 1 for e in batch)
            for name, loss in found.items():
                running[name] = 0.98 * running.get(name, loss.item()) + 0.02 * loss.item()
            if step % 100 == 0:
                speed = words / (time.time() - started)
                print(step, f"{speed:.0f} words/s", {k: round(v, 3) for k, v in running.items()}, flush=True)
        torch.save(dict(weights=net.state_dict(), relations=relations, layers=options.layers), options.out)
    print(f"{time.time() - started:.0f} s, {words} words")


if __name__ == "__main__":
    main()
