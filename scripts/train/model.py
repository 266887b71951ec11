# SPDX-License-Identifier: Apache-2.0
"""Training and applying the forests, and the page's choice by expected F1."""
import lightgbm
import numpy as np

PARAMETERS = {'objective': 'binary', 'learning_rate': .08, 'num_leaves': 15, 'min_data_in_leaf': 40, 'feature_fraction': .35,
              'lambda_l2': 1., 'max_bin': 63, 'deterministic': True, 'force_row_wise': True, 'verbosity': -1, 'num_threads': 1}
THINNED = .35  # share of the short link-only rows that training reads; they weigh the more


def row_weights(pages):
    """Pages weigh alike; inside a page .3 is spread evenly, the rest by the root of the block's text."""
    weights = np.zeros(pages[-1].end if pages else 0, dtype=np.float32)
    for page in pages:
        if page.end > page.begin:
            root = np.sqrt(page.units + .1)
            weights[page.begin:page.end] = .3 / len(root) + .7 * root / root.sum()
    return weights * 100


def rows_of(pages):
    return np.concatenate([np.arange(p.begin, p.end) for p in pages]) if pages else np.zeros(0, dtype=int)


def train(values, labels, weights, rows, titles, short_links, seed, trees, **more):
    rng = np.random.default_rng(seed)
    rows = rows[~titles[rows]]
    drop = short_links[rows] & (rng.random(len(rows)) > THINNED)
    weights = np.where(short_links, weights / THINNED, weights)[rows[~drop]]
    rows = rows[~drop]
    data = lightgbm.Dataset(values[rows], labels[rows], weight=weights, free_raw_data=True)
    return lightgbm.train({**PARAMETERS, 'seed': seed, **more}, data, num_boost_round=trees)


def decide(probability, units):
    """Blocks to keep: p > F*/2, F* the best expected F1 over cuts of the blocks by p (Lipton et al. 2014)."""
    order = np.argsort(-probability, kind='stable')
    hits = np.cumsum(probability[order] * units[order])
    taken = np.cumsum(units[order])
    if len(order) == 0 or hits[-1] <= 0:
        return np.zeros(len(probability), dtype=bool), 0.
    best = (2 * hits / (taken + hits[-1])).max()
    return probability > best / 2, best
