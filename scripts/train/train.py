# SPDX-License-Identifier: Apache-2.0
"""Trains rules/*.model and prints the figures that stand in their headers. Run it through scripts/train/train.

  train [html] [text] [--seeds N] [--figures] [--curve] [--rules DIR] [--work DIR] [--tool FILE] [--shared DIR]

--figures also prints the leave-one-collection-out table, --curve the learning curve (some minutes each).
Same data and code, same bytes: one thread, fixed seeds, folds by a hash of the site's name.
"""
import argparse
import datetime
import functools
import json
import os
import sys

import numpy as np

import crossval
import data
import devset
import forest_text
import grams
import kinds
import page_model

FIRST = {'trees': 160, 'num_leaves': 24, 'learning_rate': .07}
SECOND = {'trees': 100, 'num_leaves': 24, 'learning_rate': .07}
FIRST_COUNTS = .3  # of the mean of both forests; src/score/score.cc has the same


class Line:
    """Trains and measures the forests of one kind of pages."""

    def __init__(self, kind, args):
        self.kind, self.args = kind, args
        names, values, pages = data.load(args.tool, args.rules, args.shared, args.work, kind.sources)
        self.bench = crossval.Bench(names, values, pages, args.shared, kind.rows, kind.from_text)
        outs = [os.path.join(args.work, source[0].replace('/', '.')) for source in kind.sources]
        self.bench.grams = grams.Grams(self.bench, outs, kind.grams, args)

    def context(self, source, probability):
        scores = os.path.join(self.args.work, 'first.f32')
        probability.astype(np.float32).tofile(scores)
        return data.export(self.args.tool, self.args.rules, source[2], os.path.join(self.args.work, 'context'), scores)

    def with_context(self, probability):
        """All rows with the second forest's features behind the first one's."""
        parts, at = [], 0
        for source in self.kind.sources:
            count = sum(p.end - p.begin for p in self.bench.pages if p.set == source[0])
            self.context_names, values = self.context(source, probability[at:at + count])
            parts.append(values)
            at += count
        return np.concatenate([self.bench.values, np.concatenate(parts)], axis=1)

    def cross_validate(self, how):
        """Out-of-sample probabilities; `how` is one of the bench's ways of splitting."""
        first = how(values=None, **FIRST)
        if not self.kind.second:
            return first, first
        second = how(values=self.with_context(first), **SECOND)
        return first, FIRST_COUNTS * first + (1 - FIRST_COUNTS) * second

    def train(self, first_probability):
        """The final forests; the second one learns from out-of-sample probabilities of the first."""
        bench = self.bench
        bench.grams.train()
        said = bench.grams.features(bench.pages, [])
        self.first = bench.train(bench.pages, values=np.concatenate([bench.values, said], axis=1), **FIRST)
        self.second = None
        if self.kind.second:
            both = np.concatenate([self.with_context(first_probability), said], axis=1)
            self.second = bench.train(bench.pages, values=both, **SECOND)

    def predict(self, source):
        """Probabilities of the blocks of pages that are not in the bench."""
        out = os.path.join(self.args.work, 'other')
        _, values = data.export(self.args.tool, self.args.rules, source[2], out)
        with open(out + '.jsonl', encoding='utf-8') as handle:
            pages = [json.loads(line)['units'] for line in handle]
        said = self.bench.grams.of_other(out, [len(p) for p in pages], np.concatenate(pages).astype(np.float32))
        first = self.first.predict(np.concatenate([values, said], axis=1), num_threads=1)
        if self.second is None:
            return first
        both = np.concatenate([values, self.context(source, first)[1], said], axis=1)
        return FIRST_COUNTS * first + (1 - FIRST_COUNTS) * self.second.predict(both, num_threads=1)

    def write(self, figures):
        said = self.bench.grams.names()
        second = self.bench.names + getattr(self, 'context_names', []) + said
        for name, booster, names, how in ((self.kind.first, self.first, self.bench.names + said, FIRST), (self.kind.second, self.second, second, SECOND)):
            if booster is None:
                continue
            header = ['Which blocks are the article: %d trees of %d leaves (LightGBM), trained by scripts/train/train' % (how['trees'], how['num_leaves']),
                      'on %d pages of %s, %s.' % (len(self.bench.pages), ', '.join(data.SETS), datetime.date.today().isoformat()),
                      'F1 ' + figures + '.', 'Format: src/rules/forest_reader.cc.']
            forest_text.write(os.path.join(self.args.rules, name + '.model'), booster, names, header)
        self.bench.grams.write(self.kind.first, lambda kind, count: [
            'What the %s of a block say: weights of %d n-grams, trained by scripts/train/train' % (kind, count),
            'on %d pages of %s, %s.' % (len(self.bench.pages), ', '.join(data.SETS), datetime.date.today().isoformat()),
            'Format: src/rules/gram_weights.cc.'])


def means(figures):
    """Mean of each row's F1 over the seeds, and their spread."""
    return {row: (np.mean([f[row][0] for f in figures]), np.std([f[row][0] for f in figures])) for row in figures[0]}


def table(title, rows):
    return '%s: %s' % (title, ', '.join('%s %.3f' % (row, rows[row][0]) for row in rows))


def learning_curve(line):
    bench = line.bench
    for share in (.125, .25, .5, 1.):
        parts = []
        for fold in range(4):
            test = [p for p in bench.pages if crossval.fold_of(p.site, 4, 1) == fold]
            train = [p for p in bench.pages if crossval.fold_of(p.site, 4, 1) != fold]
            parts.append(([p for p in train if crossval.fold_of(p.site, 1000, 9) < 1000 * share], test))
        probability = bench.predict_parts(parts, 1, None, FIRST)
        print(table('a share of %.3f of the training sites' % share, bench.score(probability)[0]))
        print('  log loss zh %.4f, other %.4f' % bench.log_loss(probability), flush=True)


def run(kind, args):
    line = Line(kind, args)
    bench = line.bench
    print('== ' + kind.name)
    print(table('oracle, exactly the blocks of the gold', bench.score(bench.labels.astype(float))[0]), flush=True)
    runs = [line.cross_validate(functools.partial(bench.out_of_fold, seed=seed)) for seed in range(1, args.seeds + 1)]
    figures = table('cross-validated by site, mean of %d seeds' % args.seeds, means([bench.score(both)[0] for _, both in runs]))
    print(figures, flush=True)
    if args.figures:
        print(table('collection left out', bench.score(line.cross_validate(bench.left_out)[1])[0]), flush=True)
    if args.curve:
        learning_curve(line)
    line.train(runs[0][0])
    line.write(figures)
    page_model.train_and_write(bench, kind, runs[0][1], line.predict, args)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('kinds', nargs='*', metavar='KIND', help='html, text (default: both)')
    parser.add_argument('--seeds', type=int, default=3, help='splits to cross-validate with (default: %(default)s)')
    parser.add_argument('--figures', action='store_true')
    parser.add_argument('--curve', action='store_true')
    parser.add_argument('--rules', default=os.path.join(devset.ROOT, 'rules'))
    parser.add_argument('--work', default=os.path.join(devset.ROOT, 'build', 'train'))
    parser.add_argument('--tool', default=os.path.join(devset.ROOT, 'build', 'train', 'bin', 'export_features'))
    parser.add_argument('--shared', default=devset.SHARED)
    args = parser.parse_args()
    for kind in (kinds.Html, kinds.Text):
        if not args.kinds or kind.name in args.kinds:
            run(kind(args.shared, args.work), args)


if __name__ == '__main__':
    sys.exit(main())
