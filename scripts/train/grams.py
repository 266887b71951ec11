# SPDX-License-Identifier: Apache-2.0
"""Linear models over the n-grams of blocks: rules/*.grams, and what the forests are trained on of them.

A forest must not see what a linear model says of the very pages it was fitted on: it would believe it too much. So the
odds of its training pages come from models that saw other sites only.
"""
import glob
import hashlib
import os
import struct
import subprocess

import numpy as np
import scipy.sparse
import sklearn.linear_model

import crossval
import model

KINDS = {'words': (5, 30000), 'names': (4, 12000)}  # sites that an n-gram must stand on; n-grams kept
FOLDS, SEED = 4, 77  # of the inner split
FIT = {'loss': 'log_loss', 'alpha': 3e-6, 'average': True, 'random_state': 1, 'tol': None}


def read_grams(out, kind):
    """(n-grams, ids, where each block's end) of one export."""
    with open('%s.%s.vocab' % (out, kind), encoding='utf-8', newline='\n') as handle:
        vocabulary = handle.read().split('\n')[:-1]
    return vocabulary, np.fromfile('%s.%s.ids' % (out, kind), np.uint32), np.fromfile('%s.%s.ends' % (out, kind), np.uint64)


class Matrix:
    """Which n-grams each block has; those of few sites are left out."""

    def __init__(self, outs, kind, sites):
        known, indices, ends, at = {}, [], [np.zeros(1, np.int64)], 0
        for out in outs:
            vocabulary, ids, rows = read_grams(out, kind)
            numbers = np.array([known.setdefault(gram, len(known)) for gram in vocabulary], dtype=np.int64)
            indices.append(numbers[ids])
            ends.append(rows.astype(np.int64) + at)
            at += len(ids)
        indices, ends = np.concatenate(indices), np.concatenate(ends)
        site_of_entry = np.repeat(sites, np.diff(ends))
        pairs = np.unique(indices * (int(sites.max()) + 1) + site_of_entry)
        on_sites = np.bincount(pairs // (int(sites.max()) + 1), minlength=len(known))
        full = scipy.sparse.csr_matrix((np.ones(len(indices), np.float32), indices, ends), shape=(len(ends) - 1, len(known)))
        full.sum_duplicates()
        keep = np.flatnonzero(on_sites >= KINDS[kind][0])
        self.counts, self.kept = full[:, keep], KINDS[kind][1]
        names = list(known)
        self.grams = [names[n] for n in keep]


def scaled(counts):
    """Each row by the root of its sum, as GramWeights::odds has it."""
    sums = np.asarray(counts.sum(axis=1)).ravel()
    return scipy.sparse.diags((1 / np.sqrt(np.maximum(sums, 1))).astype(np.float32)) @ counts


class Linear:
    """Fitted on rows of a matrix: columns, their weights, a bias."""

    def __init__(self, matrix, rows, labels, weights):
        counts = matrix.counts[rows]
        weights = weights / weights.mean()
        first = sklearn.linear_model.SGDClassifier(max_iter=3, **FIT).fit(scaled(counts), labels, sample_weight=weights)
        often = np.sqrt(np.asarray((counts > 0).sum(axis=0)).ravel())
        self.columns = np.sort(np.argsort(-np.abs(first.coef_[0]) * often, kind='stable')[:matrix.kept])
        fitted = sklearn.linear_model.SGDClassifier(max_iter=5, **FIT).fit(scaled(counts[:, self.columns]), labels, sample_weight=weights)
        self.weights = np.array([float('%.4g' % w) for w in fitted.coef_[0]], dtype=np.float32)
        self.bias = float('%.4g' % fitted.intercept_[0])

    def odds(self, counts):
        return (scaled(counts[:, self.columns]) @ self.weights + self.bias).astype(np.float32)


class Grams:
    def __init__(self, bench, outs, kinds, args):
        self.bench, self.args = bench, args
        self.pages = bench.pages
        numbers = {}
        sites = np.concatenate([np.full(p.end - p.begin, numbers.setdefault(p.site, len(numbers))) for p in self.pages])
        self.matrices = {kind: Matrix(outs, kind, sites) for kind in kinds}
        self.units = np.concatenate([p.units for p in self.pages])
        for old in glob.glob(os.path.join(args.work, 'grams-*')):
            os.remove(old)

    def fit(self, pages, kind):
        rows = model.rows_of(pages)
        rows = rows[~self.bench.titles[rows]]
        return Linear(self.matrices[kind], rows, self.bench.labels[rows], self.bench.weights[rows])

    def odds(self, train, test, kind):
        """Of the test pages by a model of the training pages, of these by models of other sites."""
        counts, out = self.matrices[kind].counts, np.zeros(len(self.units), np.float32)
        for fold in range(FOLDS):
            inside = [p for p in train if crossval.fold_of(p.site, FOLDS, SEED) == fold]
            outside = [p for p in train if crossval.fold_of(p.site, FOLDS, SEED) != fold]
            if inside and outside:
                rows = model.rows_of(inside)
                out[rows] = self.fit(outside, kind).odds(counts[rows])
        if test:
            rows = model.rows_of(test)
            out[rows] = self.fit(train, kind).odds(counts[rows])
        return out

    def features(self, train, test):
        """A row a block of all pages; made once for each split."""
        of = '\n'.join([p.set + p.id for p in train] + ['test'] + [p.set + p.id for p in test])
        path = os.path.join(self.args.work, 'grams-%s' % hashlib.sha256(of.encode()).hexdigest()[:16])
        if not os.path.exists(path + '.npy'):
            odds = [self.odds(train, test, kind) for kind in self.matrices]
            np.save(path + '.npy', self.near([p.end - p.begin for p in self.pages], self.units, odds, path)[1])
        return np.load(path + '.npy')

    def near(self, sizes, units, odds, path):
        """(names, values): what C++ makes of the odds."""
        with open(path + '.odds', 'wb') as out:
            at = 0
            for size in sizes:
                out.write(struct.pack('<II', size, len(odds)))
                for column in [units] + odds:
                    out.write(column[at:at + size].astype('<f4').tobytes())
                at += size
        subprocess.run([self.args.tool, '--grams', path + '.odds', path + '.near'], check=True, stdin=subprocess.DEVNULL)
        with open(path + '.near.names', encoding='utf-8') as handle:
            names = handle.read().split()
        return names, np.fromfile(path + '.near.f32', dtype=np.float32).reshape(-1, len(names))

    def names(self):
        path = os.path.join(self.args.work, 'grams-names')
        return self.near([1], np.ones(1, np.float32), [np.zeros(1, np.float32)] * len(self.matrices), path)[0]

    def train(self):
        self.final = {kind: self.fit(self.pages, kind) for kind in self.matrices}

    def of_other(self, out, sizes, units):
        """Features of pages that are not in the bench, by the final models."""
        odds = []
        for kind, fitted in self.final.items():
            place = {self.matrices[kind].grams[c]: n for n, c in enumerate(fitted.columns)}
            vocabulary, ids, ends = read_grams(out, kind)
            numbers = np.array([place.get(gram, len(place)) for gram in vocabulary], dtype=np.int64)
            counts = scipy.sparse.csr_matrix((np.ones(len(ids), np.float32), numbers[ids], np.concatenate([[0], ends.astype(np.int64)])),
                                             shape=(len(ends), len(place) + 1))
            counts.sum_duplicates()
            odds.append((scaled(counts[:, :len(place)]) @ fitted.weights + fitted.bias).astype(np.float32))
        return self.near(sizes, units, odds, os.path.join(self.args.work, 'grams-other'))[1]

    def write(self, prefix, header):
        for kind, fitted in self.final.items():
            grams = self.matrices[kind].grams
            lines = sorted((grams[c], w) for c, w in zip(fitted.columns, fitted.weights))
            with open(os.path.join(self.args.rules, '%s-%s.grams' % (prefix, kind)), 'w', encoding='utf-8', newline='\n') as out:
                for line in header(kind, len(lines)):
                    out.write('# %s\n' % line)
                out.write('tamis-grams 1\nbias %r\ngrams %d\n' % (fitted.bias, len(lines)))
                for gram, weight in lines:
                    out.write('%.4g\t%s\n' % (weight, gram))
