# SPDX-License-Identifier: Apache-2.0
"""The development sets as training data: features from the C++ code, labels from the gold."""
import json
import os
import pickle
import subprocess
import sys
from urllib.parse import urlsplit

import numpy as np

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
import align  # noqa: E402
import devset  # noqa: E402

# name -> gold field; article sets only
SETS = {'daniel': 'text_body', 'magic_article': 'text', 'zh_handcrafted': 'text', 'scrapinghub': 'text',
        'wcxb_train': 'text', 'newspaper4k_train': 'text'}
# row of the result table -> set, measure, pages
ROWS = {
    'daniel-zh': ('daniel', 'shingle-han', lambda p: p.lang == 'zh'),
    'magic-zh': ('magic_article', 'shingle-han', lambda p: p.lang == 'zh'),
    'zh_handcrafted': ('zh_handcrafted', 'shingle-han', None),
    'scrapinghub': ('scrapinghub', 'shingle', None),
    'wcxb_train': ('wcxb_train', 'shingle', None),
    'newspaper4k': ('newspaper4k_train', 'shingle', None),
    'magic-other': ('magic_article', 'shingle', lambda p: p.lang != 'zh'),
    'daniel-other': ('daniel', 'shingle', lambda p: p.lang != 'zh'),
}


class Page:
    """One page: rows [begin, end) of the feature table, its gold, its labels."""
    __slots__ = 'set id lang site gold blocks units title labels begin end'.split()


def site_of(row, page_id):
    if row.get('site'):
        return row['site']
    host = urlsplit(row.get('url') or '').hostname or page_id
    parts = host.removeprefix('www.').split('.')
    keep = 3 if len(parts) > 2 and len(parts[-2]) <= 3 and len(parts[-1]) == 2 else 2
    return '.'.join(parts[-keep:])


def export(tool, rules, folder, out, scores=None, whole=False):
    """(names, a row a block): the first forest's features; with the first one's `scores` (a file) the second one's, or
    with `whole` a row a page."""
    command = [tool, rules, folder, out] + ([scores] if scores else []) + (['-p'] if whole else [])
    subprocess.run(command, check=True, stdin=subprocess.DEVNULL)
    with open(out + '.names', encoding='utf-8') as handle:
        names = handle.read().split()
    values = np.fromfile(out + '.f32', dtype=np.float32).reshape(-1, len(names))
    return names, values


def html_sources(shared, sets=SETS):
    """[(key, set, folder of pages)]."""
    return [(name, name, devset.pages_folder(shared, name)) for name in sets]


def load(tool, rules, shared, work, sources):
    """(feature names, rows, pages) of all sources, features exported anew, alignments kept in `work`."""
    os.makedirs(work, exist_ok=True)
    pages, tables, names, offset = [], [], None, 0
    for key, name, folder in sources:
        out = os.path.join(work, key.replace('/', '.'))
        names, values = export(tool, rules, folder, out)
        tables.append(values)
        with open(os.path.join(shared, 'bench', 'data', name, 'gold.jsonl'), encoding='utf-8') as handle:
            gold = {r['id']: r for r in map(json.loads, handle)}
        pages_here = list(read_pages(out, key, SETS[name], gold, offset))
        label(pages_here, out + '.labels')
        pages += pages_here
        offset += len(values)
    return names, np.concatenate(tables), pages


def read_pages(out, key, field, gold, offset):
    with open(out + '.jsonl', encoding='utf-8') as handle:
        for line in handle:
            record = json.loads(line)
            page = Page()
            page.set, page.id = key, devset.page_id(record['id'])
            row = gold[page.id]
            page.gold, page.lang = row.get(field) or row['text'], row.get('lang', 'en')
            page.site = site_of(row, page.id)
            page.blocks, page.units, page.title = record['blocks'], np.array(record['units'], dtype=np.float32), record['title']
            page.begin, page.end = offset, offset + len(page.blocks)
            offset = page.end
            yield page


def label(pages, path):
    """Aligns, or reads the alignment of an earlier run over the same blocks."""
    known = {}
    if os.path.exists(path):
        with open(path, 'rb') as handle:
            known = pickle.load(handle)
    for page in pages:
        text = '\n'.join(page.blocks)
        if known.get(page.id, (None,))[0] != text:
            known[page.id] = (text, align.align(page.blocks, page.gold))
        page.labels = np.array(known[page.id][1], dtype=np.int8)
    with open(path, 'wb') as handle:
        pickle.dump(known, handle)

