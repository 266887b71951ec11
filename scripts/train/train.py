# SPDX-License-Identifier: Apache-2.0
"""Trains rules/*.model and prints the figures that stand in their headers. Run it through scripts/train/train.

  train [--figures] [--curve] [--rules DIR] [--work DIR] [--tool FILE] [--shared DIR]

--figures also prints the leave-one-collection-out table, --curve the learning curve (some minutes each).
Same data and code, same bytes: one thread, fixed seeds, folds by a hash of the site's name.
"""
import argparse
import datetime
import os
import sys

import numpy as np

import crossval
import data
import devset
import forest_text
import page_model

BLOCK = {'trees': 160, 'num_leaves': 24, 'learning_rate': .07}
SEEDS = (1, 2, 3)


def means(figures):
    """Mean and spread of each row's F1 over the seeds."""
    return {row: (np.mean([f[row][0] for f in figures]), np.std([f[row][0] for f in figures])) for row in figures[0]}


def table(title, rows):
    return ['%s: %s' % (title, ', '.join('%s %.3f' % (row, rows[row][0]) for row in data.ROWS if row in rows))]


def learning_curve(bench):
    out = []
    for share in (.125, .25, .5, 1.):
        parts = []
        for fold in range(4):
            test = [p for p in bench.pages if crossval.fold_of(p.site, 4, 1) == fold]
            train = [p for p in bench.pages if crossval.fold_of(p.site, 4, 1) != fold]
            parts.append(([p for p in train if crossval.fold_of(p.site, 1000, 9) < 1000 * share], test))
        probability = bench.predict_parts(parts, 1, None, BLOCK)
        out += table('a share of %.3f of the training sites' % share, bench.score(probability)[0])
        out.append('  log loss zh %.4f, other %.4f' % bench.log_loss(probability))
        print('\n'.join(out[-2:]), flush=True)
    return out


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--figures', action='store_true')
    parser.add_argument('--curve', action='store_true')
    parser.add_argument('--rules', default=os.path.join(devset.ROOT, 'rules'))
    parser.add_argument('--work', default=os.path.join(devset.ROOT, 'build', 'train'))
    parser.add_argument('--tool', default=os.path.join(devset.ROOT, 'build', 'train', 'bin', 'export_features'))
    parser.add_argument('--shared', default=devset.SHARED)
    args = parser.parse_args()

    names, values, pages = data.load(args.tool, args.rules, args.shared, args.work)
    bench = crossval.Bench(names, values, pages, args.shared)
    oracle = bench.score(bench.labels.astype(float))[0]
    print('\n'.join(table('oracle, exactly the blocks of the gold', oracle)), flush=True)
    runs = [bench.out_of_fold(seed=seed, **BLOCK) for seed in SEEDS]
    rows = means([bench.score(run)[0] for run in runs])
    lines = table('cross-validated by site, mean of %d seeds' % len(SEEDS), rows)
    print(lines[0], flush=True)
    if args.figures:
        left = bench.score(bench.left_out(**BLOCK))[0]
        print('\n'.join(table('collection left out', left)), flush=True)
    if args.curve:
        learning_curve(bench)

    booster = bench.train(pages, **BLOCK)
    header = ['Which blocks are the article: %d trees of %d leaves (LightGBM), trained by scripts/train/train' % (BLOCK['trees'], BLOCK['num_leaves']),
              'on %d pages of %s, %s.' % (len(pages), ', '.join(data.SETS), datetime.date.today().isoformat()),
              'F1 ' + lines[0] + '.', 'Format: src/rules/forest_reader.cc.']
    forest_text.write(os.path.join(args.rules, 'block.model'), booster, names, header)
    page_model.train_and_write(bench, runs[0], booster, args)


if __name__ == '__main__':
    sys.exit(main())
