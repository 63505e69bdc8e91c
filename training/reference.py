"""Writes the vectors and pieces that the Swift tests hold the model against.

python3 -m training.reference --data DATA --encoder MINILM --model l3.pt --out Tests/NewsLanguageTests/Fixtures/Model

vectors.tsv: for twenty sentences, what the int8 network gives in PyTorch; every 48th column of a row of the encoder is kept.
    sentence<TAB>words
    STAGE<TAB>row<TAB>numbers        (embeddings, layer 0 …, mixed, tags, entities, arcs)
pieces.tsv: words as hexadecimal scalars, and the pieces of the original tokeniser.
"""

import argparse
from pathlib import Path

import torch

from training.data import Pieces
from training.export import kept_pieces
from training.score import load

STEP = 48
SENTENCES = """
US President Donald Trump said that Qatar would send peacekeeping troops to Gaza if needed .
“ We 'll discuss it in Doha on Tuesday , ” the Foreign Minister told reporters
RUBIO MEETS NETANYAHU
Talks .
According to two officials , the ministers met in Geneva for three hours on Friday evening .
The prime minister , who arrived in Nairobi on Monday , was received by his host at the State House .
" There is no deal , " he added , " and there will be none before the vote
He declined to say whether Ankara had agreed to the plan .
Brussels -- The European Union rejects the new tariffs and calls on Beijing to withdraw them .
The envoy's office denied that she had threatened to leave the U.N.-led talks .
Kenya , Chad and the African Union urged both sides to respect the ceasefire , while Rwanda did not comment .
" It was , frankly , a mistake " , said María Núñez , the mayor of Łódź's twin city .
President warns of ‘ serious consequences ’ if border stays shut
Asked about sanctions , the spokeswoman said : “ We support them . ”
The Jan. 12 summit , first announced last month , has been called off , a source close to the host told the agency .
the secretary of state will fly to tel aviv and then to amman on wednesday
THE KING , 61 , HELD A PHONE CALL WITH THE PRESIDENT .
Its 2,400-strong force ( see map ) costs $ 5bn a year — 12 % more than in 2019 .
Mr Haddad did not attend the meeting , nor did he send a deputy .
日本 and 한국 signed it ; Москва did not .
""".strip().split("\n")
WORDS = """
    Trump Netanyahu ceasefire peacekeeping Zelenskyy's Erdoğan Łódź Ångström naïve façade São Tomé Đà Nẵng İstanbul
    ıssız straße ŒUVRE Ǆ ﬁnance ½ ² ™ U.S. AT&T rock-n-roll can't ’s “Yes” … — – --- 2,400.50 $5bn 50% #G20 @POTUS
    https://example.org/a?b=c 日本 東京都 한국어 대한민국 중 Москва Київ Αθήνα ΣΊΣΥΦΟΣ القدس غزة ירושלים किताब ไทย 😀 👩‍👩‍👧 🇺🇸
    e\u0301te\u0301 A\u0300\u0301 a\u200bb a\u00adb \u00a0 x\u00a0y \ufeffBOM \u0000 \ufffd tab\there a\u2028b
    supercalifragilisticexpialidocious antidisestablishmentarianism 2023-10-07T12:30:00Z COVID-19 #MeToo ##ing
    ．。、 Ⅳ ǅ ß ẞ ﷺ ̈
""".split(" ")


def hexadecimal(word):
    return " ".join(f"{ord(c):x}" for c in word)


@torch.inference_mode()
def vectors(net, pieces, words):
    """(stage, rows) of one sentence."""
    ids, cases, first = (torch.tensor([column]) for column in pieces.encode(words))
    encoder = net.encoder
    x = encoder.norm(encoder.pieces(ids) + encoder.positions.weight[: ids.shape[1]] + encoder.casings(cases))
    yield "embeddings", x[0, :, ::STEP]
    shares, mixed = torch.softmax(encoder.mix, 0), 0
    for number, layer in enumerate(encoder.layers):
        x = layer(x, None)
        mixed = mixed + shares[number] * x
        yield f"layer {number}", x[0, :, ::STEP]
    yield "mixed", mixed[0, :, ::STEP]
    found = mixed.gather(1, first[:, :, None].expand(-1, -1, mixed.shape[2]))
    yield "tags", net.tag_scores(found)[0, 1:]
    yield "entities", net.entity_scores(found)[0, 1:]
    yield "arcs", net.arc_scores(found)[0][0]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    net, _ = load(options.model)
    pieces = Pieces(options.encoder)
    kept = {number for _, number in kept_pieces(options.data, pieces)}
    pieces.restrict(kept)
    with open(options.out / "vectors.tsv", "w", encoding="utf8") as out:
        for sentence in SENTENCES:
            words = sentence.split()
            out.write(f"sentence\t{' '.join(words)}\n")
            for stage, rows in vectors(net, pieces, words):
                for number, row in enumerate(rows):
                    out.write(f"{stage}\t{number}\t{' '.join(f'{v:.4f}' for v in row.tolist())}\n")
    with open(options.out / "pieces.tsv", "w", encoding="utf8") as out:
        words = [word.strip("\n ") for word in WORDS]
        words += ["x" * 100, "x" * 101, "!" * 50, "a b\tc", " lead", "tr\u00a0ail "]
        for word in words:
            ids, _ = pieces.of(word)
            if word:
                names = [pieces.tokenizer.id_to_token(i) for i in ids]
                out.write(f"{hexadecimal(word)}\t{' '.join(names)}\n")


if __name__ == "__main__":
    main()
