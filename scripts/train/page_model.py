# SPDX-License-Identifier: Apache-2.0
"""The two page forests: whether there is an article at all, and how good the chosen text is (expected F1)."""
import datetime
import json
import os

import lightgbm
import numpy as np

import crossval
import data
import devset
import forest_text
import measure

PARAMETERS = {'learning_rate': .05, 'num_leaves': 7, 'min_data_in_leaf': 20, 'feature_fraction': .4, 'lambda_l2': 2., 'max_bin': 63,
              'deterministic': True, 'force_row_wise': True, 'verbosity': -1, 'num_threads': 1, 'seed': 1}
NO_ARTICLE = ('service', 'listing', 'collection', 'product')
QUALITY_TREES, ARTICLE_TREES = 80, 160
FOLDS = 5


def rows_of(args, source, probability):
    """Names, a row a page, and the blocks chosen, by the C++ code for these probabilities."""
    key, _, folder = source
    out, scores = os.path.join(args.work, key.replace('/', '.') + '.page'), os.path.join(args.work, 'scores.f32')
    probability.astype(np.float32).tofile(scores)
    names, values = data.export(args.tool, args.rules, folder, out, scores, whole=True)
    with open(out + '.jsonl', encoding='utf-8') as handle:
        return names, values, [json.loads(line) for line in handle]


def article_pages(bench, kind, probability, args):
    """Names, rows, sites and F1 of the pages that hold an article and are measured."""
    rows, sites, f1 = [], [], []
    for source in kind.sources:
        pages = [p for p in bench.pages if p.set == source[0]]
        if (pages[0].set, pages[0].id) not in bench.measured:
            continue
        names, values, chosen = rows_of(args, source, probability[pages[0].begin:pages[-1].end])
        for page, row, choice in zip(pages, values, chosen):
            kept = np.zeros(len(page.blocks), dtype=bool)
            kept[choice['keep']] = True
            rows.append(row)
            sites.append(page.site)
            f1.append(measure.page_f1(bench.measured[page.set, page.id][1].shares(kept)))
    return names, np.array(rows), sites, np.array(f1)


def other_pages(kind, predict, args):
    """Pages of other kinds: rows, sites, 1 where they hold text of their own (forum, documentation)."""
    all_rows, sites, has_text = [], [], []
    for source in kind.others:
        _, rows, chosen = rows_of(args, source, predict(source))
        with open(os.path.join(args.shared, 'bench', 'data', source[1], 'gold.jsonl'), encoding='utf-8') as handle:
            gold = {r['id']: r for r in map(json.loads, handle)}
        gold = [gold[devset.page_id(c['id'])] for c in chosen]
        all_rows.append(rows)
        sites += [data.site_of(r, r['id']) for r in gold]
        has_text += [r['page_type'] not in NO_ARTICLE for r in gold]
    return np.concatenate(all_rows), sites, np.array(has_text)


def fit(rows, target, weight, objective, trees):
    return lightgbm.train({**PARAMETERS, 'objective': objective}, lightgbm.Dataset(rows, target, weight=weight), trees)


def by_site(rows, target, weight, sites, objective, trees):
    out, fold = np.zeros(len(target)), np.array([crossval.fold_of(s, FOLDS, 1) for s in sites])
    for k in range(FOLDS):
        out[fold == k] = fit(rows[fold != k], target[fold != k], weight[fold != k], objective, trees).predict(rows[fold == k])
    return out


def calibration_error(said, was):
    bins = np.minimum((said * 10).astype(int), 9)
    return sum((bins == k).mean() * abs(said[bins == k].mean() - was[bins == k].mean()) for k in range(10) if (bins == k).any())


def train_and_write(bench, kind, probability, predict, args):
    """`predict`: the block probabilities of a source's pages by the final forests."""
    names, rows, sites, f1 = article_pages(bench, kind, probability, args)
    even = np.ones(len(f1))
    said = by_site(rows, f1, even, sites, 'cross_entropy', QUALITY_TREES)
    figure = 'expected calibration error in ten bins, by site: %.4f on %d pages' % (calibration_error(said, f1), len(f1))
    print('quality: ' + figure, flush=True)
    today = datetime.date.today().isoformat()
    forest_text.write(os.path.join(args.rules, kind.quality + '.model'), fit(rows, f1, even, 'cross_entropy', QUALITY_TREES), names,
                      ['Expected F1 of the text chosen on a page, trained by scripts/train/train, %s;' % today, figure + '.'])

    more, more_sites, has_text = other_pages(kind, predict, args)
    every = np.concatenate([rows, more])
    article = np.concatenate([np.ones(len(rows)), has_text])
    weight = np.where(article == 0, 3., 1.)
    weight[len(rows):][has_text] = .5
    said = by_site(every, article, weight, sites + more_sites, 'binary', ARTICLE_TREES)
    articles, others = said[:len(rows)], said[len(rows):][~has_text]
    cut = float(np.quantile(articles, .01))
    figure = 'at %.3f %.3f of %d pages without an article are found and %.3f of %d articles called none' % (
        cut, (others < cut).mean(), len(others), (articles < cut).mean(), len(articles))
    print('article: ' + figure, flush=True)
    forest_text.write(os.path.join(args.rules, kind.article + '.model'), fit(every, article, weight, 'binary', ARTICLE_TREES), names,
                      ['Whether a page holds an article, trained by scripts/train/train, %s; by site:' % today, figure + '.'])
