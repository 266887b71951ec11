# SPDX-License-Identifier: Apache-2.0
"""The scorer's shingle F1 of kept blocks, fast enough for many models: 4-grams as hashed numbers.

The figure is score.py's (its text defines it); tokens are its tokens.
"""
import numpy as np


def token_ids(scorer, measure, text, ids):
    tokens = (scorer.han_words if measure == 'shingle-han' else scorer.words)(text)
    return np.array([ids.setdefault(t, len(ids) + 1) for t in tokens], dtype=np.uint64)


def grams(tokens):
    if len(tokens) == 0:
        return np.zeros(0, dtype=np.uint64)
    if len(tokens) < 4:
        tokens = np.concatenate([tokens, np.zeros(4 - len(tokens), dtype=np.uint64)])
    with np.errstate(over='ignore'):
        mixed = np.zeros(len(tokens) - 3, dtype=np.uint64)
        for k in range(4):
            mixed = mixed * np.uint64(0x9E3779B97F4A7C15) + tokens[k:len(tokens) - 3 + k] * np.uint64(0xC2B2AE3D27D4EB4F)
            mixed ^= mixed >> np.uint64(29)
    return mixed


class Measured:
    """A page ready to be scored for any choice of its blocks."""

    def __init__(self, scorer, page, measure, ids):
        self.blocks = [token_ids(scorer, measure, b, ids) for b in page.blocks]
        gold, self.gold_counts = np.unique(grams(token_ids(scorer, measure, page.gold, ids)), return_counts=True)
        self.gold = gold

    def shares(self, kept):
        """(hit, wrong, missed), scaled to sum to 1."""
        tokens = [self.blocks[i] for i in np.flatnonzero(kept)]
        found, counts = np.unique(grams(np.concatenate(tokens) if tokens else np.zeros(0, dtype=np.uint64)), return_counts=True)
        _, a, b = np.intersect1d(self.gold, found, assume_unique=True, return_indices=True)
        both = np.minimum(self.gold_counts[a], counts[b]).sum()
        wrong, missed = counts.sum() - both, self.gold_counts.sum() - both
        total = both + wrong + missed
        return (both / total, wrong / total, missed / total) if total else (0., 0., 0.)


def page_f1(shares):
    hit, wrong, missed = shares
    return 2 * hit / (2 * hit + wrong + missed) if hit else 0.
