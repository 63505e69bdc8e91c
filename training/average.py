"""Averages the weights of two models of one shape: python3 -m training.average a.pt b.pt --out c.pt

Two stops on one way of training average well (Wortsman et al. 2022, model soups).
"""

import argparse
from pathlib import Path

import torch


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("models", type=Path, nargs=2)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    first, second = map(torch.load, options.models)
    assert first["relations"] == second["relations"] and first["layers"] == second["layers"]
    weights = {name: (weight + second["weights"][name]) / 2 for name, weight in first["weights"].items()}
    torch.save(first | dict(weights=weights), options.out)


if __name__ == "__main__":
    main()
