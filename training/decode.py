"""Trees and entities out of scores; the Swift decoders in Sources/NewsLanguage/Model do the same."""

import numpy as np

from training.data import BIO

FORBIDDEN = -1e9


def maximum_arborescence(scores):
    """Chu-Liu-Edmonds: the heads of the best tree for scores[dependent, head], node 0 the root."""
    count = len(scores)
    scores = scores.copy()
    np.fill_diagonal(scores, FORBIDDEN)
    scores[0, :] = FORBIDDEN
    heads = scores.argmax(1)
    heads[0] = 0
    cycle = cycle_of(heads)
    if cycle is None:
        return heads
    inside = np.array(cycle)
    outside = np.array([i for i in range(count) if i not in set(cycle)])
    merged = len(outside)
    contracted = np.full((merged + 1, merged + 1), FORBIDDEN)
    contracted[:merged, :merged] = scores[np.ix_(outside, outside)]
    entering = scores[np.ix_(inside, outside)] - scores[inside, heads[inside]][:, None]
    best_inside = entering.argmax(0)
    contracted[merged, :merged] = entering.max(0)
    leaving = scores[np.ix_(outside, inside)]
    best_head = leaving.argmax(1)
    contracted[:merged, merged] = leaving.max(1)
    inner, result = maximum_arborescence(contracted), heads.copy()
    for row in range(1, merged):
        head = inner[row]
        result[outside[row]] = inside[best_head[row]] if head == merged else outside[head]
    head = inner[merged]
    result[inside[best_inside[head]]] = outside[head]
    return result


def cycle_of(heads):
    state = np.zeros(len(heads), dtype=int)
    for start in range(1, len(heads)):
        path, node = [], start
        while node and not state[node]:
            state[node] = start
            path.append(node)
            node = heads[node]
        if node and state[node] == start:
            return path[path.index(node) :]
    return None


def tree(scores):
    """The heads of the best tree with one root: greedy when that is a tree, else Chu-Liu-Edmonds for each root word."""
    scores = scores.astype(np.float64)
    np.fill_diagonal(scores, FORBIDDEN)
    heads = scores.argmax(1)
    heads[0] = 0
    if (heads[1:] == 0).sum() == 1 and cycle_of(heads) is None:
        return heads
    # A penalty no tree can win back: of the trees with one root, the best.
    penalised = scores.copy()
    penalised[1:, 0] -= 1e5
    return maximum_arborescence(penalised)


LEGAL = np.zeros((len(BIO) + 1, len(BIO)))
for _before, _name in enumerate([*BIO, "O"]):
    for _after, _tag in enumerate(BIO):
        if _tag[0] == "I" and _name[2:] != _tag[2:]:
            LEGAL[_before, _after] = FORBIDDEN


def best_tags(scores):
    """The best legal BIO sequence."""
    best, back = scores[0] + LEGAL[-1], []
    for row in scores[1:]:
        through = best[:, None] + LEGAL[:-1]
        back.append(through.argmax(0))
        best = through.max(0) + row
    tags = [int(best.argmax())]
    for pointers in reversed(back):
        tags.append(int(pointers[tags[-1]]))
    return [BIO[t] for t in reversed(tags)]
