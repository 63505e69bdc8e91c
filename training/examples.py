"""What the network learns from: sentences, each with what is known of it."""

from dataclasses import dataclass
from pathlib import Path

from training.data import read_bio, read_conllu

TREES = ("en_ewt-train", "gum-by-train", "gum-bysa-train")


@dataclass
class Example:
    """A sentence with what is known of it: trees and entities may be missing (None)."""

    words: list[str]
    tags: list[str] | None
    heads: list[int] | None
    relations: list[str] | None
    entities: list[str] | None


def with_trees(data: Path, labels: Path) -> list[Example]:
    """Treebank sentences, with entities where the label file has the same words."""
    found = []
    for name in TREES:
        trees = read_conllu(data / "trees" / f"{name}.conllu")
        entities = {tuple(words): tags for words, tags in read_bio(labels / f"{name}.bio")}
        for tree in trees:
            forms = [w.form for w in tree]
            columns = [w.tag for w in tree], [w.head for w in tree], [w.relation for w in tree]
            found.append(Example(forms, *columns, entities.get(tuple(forms))))
    return found


def with_entities(labels: Path) -> list[Example]:
    return [
        Example(words, None, None, None, tags)
        for name in ("gmb", "wikigold")
        for words, tags in read_bio(labels / f"{name}.bio")
    ]
