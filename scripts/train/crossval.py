# SPDX-License-Identifier: Apache-2.0
"""Cross-validation by site and by collection."""
import concurrent.futures
import hashlib
import multiprocessing
import os

import numpy as np

import data
import devset
import measure
import model


def fold_of(site, folds, seed):
    return int(hashlib.sha256(('%s/%d' % (site, seed)).encode()).hexdigest(), 16) % folds


def forked_map(function, items):
    """Like map, in forked processes, two at a time: results come back through pipes."""
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        return list(pool.map(lambda item: in_child(function, item), items))


def in_child(function, item):
    reader, writer = multiprocessing.Pipe(duplex=False)
    child = multiprocessing.get_context('fork').Process(target=lambda: writer.send(function(item)))
    child.start()
    writer.close()
    result = reader.recv()
    child.join()
    return result


class Bench:
    """All pages, their rows, and how a choice of blocks scores."""

    def __init__(self, names, values, pages, shared, result_rows=None, from_text=False):
        self.result_rows = result_rows or data.ROWS
        self.names, self.values, self.pages = names, values, pages
        self.labels = np.concatenate([p.labels for p in pages])
        self.units = np.concatenate([p.units for p in pages])
        self.weights = model.row_weights(pages)
        self.grams = None  # set by whoever has them: grams.Grams
        self.titles = np.zeros(len(self.labels), dtype=bool)
        for p in pages:
            if p.title >= 0:
                self.titles[p.begin + p.title] = True
        column = {n: i for i, n in enumerate(names)}
        # short lines among short lines: most of a page, and the least to learn from
        prose_near = column['window8.prose']
        linked = values[:, column['text.link_density']] > .9
        self.short_links = (linked | (values[:, prose_near] == 0) if from_text else linked) & (self.units < 4)
        scorer, ids = devset.load_scorer(shared), {}
        self.measured = {}
        for row, (name, how, wanted) in self.result_rows.items():
            for p in pages:
                if p.set == name and (wanted is None or wanted(p)):
                    self.measured[p.set, p.id] = (row, measure.Measured(scorer, p, how, ids))

    def train(self, pages, seed=1, trees=100, values=None, **more):
        return model.train(self.values if values is None else values, self.labels, self.weights, model.rows_of(pages), self.titles,
                           self.short_links, seed, trees, **more)

    def out_of_fold(self, folds=4, seed=1, values=None, key=lambda p: p.site, **more):
        """Each row's probability by a model that saw no page of its site."""
        parts = []
        for fold in range(folds):
            test = [p for p in self.pages if fold_of(key(p), folds, seed) == fold]
            train = [p for p in self.pages if fold_of(key(p), folds, seed) != fold]
            parts.append((train, test))
        return self.predict_parts(parts, seed, values, more)

    def predict_parts(self, parts, seed, values, more):
        """Trains on the first and predicts the second of each pair of page lists; two processes side by side."""
        values = self.values if values is None else values
        out = np.zeros(len(values), dtype=np.float64)

        def one(part):
            rows, own = model.rows_of(part[1]), values
            if self.grams:
                own = np.concatenate([values, self.grams.features(*part)], axis=1)
            return rows, self.train(part[0], seed, values=own, **more).predict(own[rows], num_threads=1)

        for rows, predicted in forked_map(one, parts):
            out[rows] = predicted
        return out

    def left_out(self, seed=1, values=None, **more):
        """Each collection's rows by a model that saw neither the collection nor any of its sites."""
        parts = []
        for name in data.SETS:
            test = [p for p in self.pages if p.set.split('/')[0] == name]
            sites = {p.site for p in test}
            parts.append(([p for p in self.pages if p.set.split('/')[0] != name and p.site not in sites], test))
        return self.predict_parts(parts, seed, values, more)

    def kept(self, page, probability):
        own = probability[page.begin:page.end].copy()
        if page.title >= 0:
            own[page.title] = 0
        return model.decide(own, page.units)

    def score(self, probability):
        """({row: F1, P, R}, {page: shares})."""
        shares, rows = {}, {row: [] for row in self.result_rows}
        for p in self.pages:
            if (p.set, p.id) not in self.measured:
                continue
            row, measured = self.measured[p.set, p.id]
            shares[p.set, p.id] = measured.shares(self.kept(p, probability)[0])
            rows[row].append(shares[p.set, p.id])
        figures = {}
        for row, values in rows.items():
            precision = np.mean([h / (h + w) for h, w, _ in values if h + w > 0])
            recall = np.mean([h / (h + m) if h + m else 1 for h, _, m in values])
            figures[row] = (2 * precision * recall / (precision + recall), precision, recall)
        return figures, shares

    def log_loss(self, probability):
        p = np.clip(probability, 1e-6, 1 - 1e-6)
        loss = -(self.labels * np.log(p) + (1 - self.labels) * np.log(1 - p))
        use = ~self.titles
        zh = np.concatenate([np.full(q.end - q.begin, q.lang == 'zh') for q in self.pages])
        return tuple(np.average(loss[use & m], weights=self.weights[use & m]) for m in (zh, ~zh))


def show(title, figures, loss=None):
    print(title.ljust(26), ' '.join('%s %.4f' % (r, figures[r][0]) for r in data.ROWS if r in figures),
          '' if loss is None else ' loss %.4f %.4f' % loss, flush=True)
