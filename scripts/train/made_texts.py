# SPDX-License-Identifier: Apache-2.0
"""Plain text made of the development pages, to train the model for lines: two ways of making it; each way once more
with what other extractors do (bullets and indents of another kind, blank lines, wrapped or dropped lines); and each
article once with a wall of digests of other articles behind it, as crawled text has it."""
import gzip
import hashlib
import importlib.util
import json
import os
import random
import textwrap

import crossval

WAYS = ('resiliparse', 'lines')
BULLETS = ('', '- ', '* ', '· ', '  • ', '• ', '\u3000\u3000', '\t')


def load_maker(shared):
    spec = importlib.util.spec_from_file_location('make_text', os.path.join(shared, 'bench', 'make_text.py'))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def wrap(line, column):
    """Greedy, as mail programs and fmt do it; CJK text breaks between any two characters."""
    wide = sum('\u2e80' <= c <= '\uffef' for c in line)
    if wide * 3 < len(line):
        return textwrap.wrap(line, column, break_long_words=False, break_on_hyphens=False) or ['']
    out, width = [''], 0
    for c in line:
        step = 2 if '\u2e80' <= c <= '\uffef' else 1
        if width + step > column:
            out.append('')
            width = 0
        out[-1] += c
        width += step
    return out


def rng_of(key):
    return random.Random(int(hashlib.sha256(key.encode()).hexdigest()[:12], 16))


def vary(text, key):
    """The same text as another extractor would have left it; the same for the same key."""
    rng = rng_of(key)
    bullet, blank, dropped = rng.choice(BULLETS), rng.choice((0, 0, .3, 1)), rng.choice((0, 0, .05, .15))
    indent, column = rng.choice(('', '', '\u3000\u3000', '    ')), rng.choice((0, 0, 0, 60, 72, 80))
    keep_blank, out = rng.random() < .5, []
    for line in text.split('\n'):
        bare = line.strip()
        if not bare:
            if keep_blank:
                out.append('')
            continue
        marked = bare.startswith('• ')
        if marked:
            bare = bare[2:].strip()
        if len(bare) < 40 and rng.random() < dropped:
            continue
        lead = bullet if marked else indent if len(bare) >= 40 else ''
        out += wrap(lead + bare, column) if column else [lead + bare]
        if rng.random() < blank:
            out.append('')
    return '\n'.join(out)


def digest(rng, row):
    """Title, teaser, date: the lines of one item of a wall."""
    lines = [line.strip() for line in row['text'].split('\n') if line.strip()]
    zh = row.get('lang') == 'zh'
    title, body = lines[0][:rng.randint(14, 30) * (1 if zh else 3)], ' '.join(lines)
    teaser = body[:rng.randint(60, 250) * (1 if zh else 2)] + rng.choice(('', '', '...', '……' if zh else '…'))
    date = '20%02d-%02d-%02d' % (rng.randint(10, 25), rng.randint(1, 12), rng.randint(1, 28))
    if zh and rng.random() < .5:
        date = rng.choice(('行业动态 ', '新闻资讯 ', '公司新闻 ', '发布时间：')) + date
    out = [] if rng.random() < .15 else [title] * rng.choice((1, 1, 2))
    out += [teaser] if rng.random() < .9 or not out else []
    return out + ([date] if rng.random() < .8 else [])


LABELS = {'zh': ('相关新闻', '相关推荐', '推荐阅读', '更多文章', '相关阅读', '热门资讯', '猜你喜欢', '最新动态'),
          'en': ('Related articles', 'Read more', 'You may also like', 'More news', 'Latest news', 'Recommended')}


def walled(row, page_text, others, rng):
    """The article as its gold has it, between the edges of its page, and digests of `others` behind it."""
    edge = [line for line in page_text.split('\n') if line.strip() and line.strip() not in row['text']]
    blank = rng.choice(([], [''], []))
    out = edge[:rng.choice((0, 2, 6))]
    for line in row['text'].split('\n'):
        out += [line] + blank
    if rng.random() < .8:
        out += [rng.choice(LABELS.get(row.get('lang', 'en'), LABELS['en']))] + blank
    for other in rng.sample(others, min(len(others), rng.randint(2, 10))) + ([row] if rng.random() < .1 else []):
        for line in digest(rng, other):
            out += [line] + blank
    return '\n'.join(out + edge[-rng.choice((1, 4, 10)):])


def make_page(maker, page, row, others, folders, name):
    with gzip.open(page) as handle:
        html = maker.decode(handle.read())
    texts = {way: getattr(maker, way)(html) for way in WAYS}
    for way in WAYS:
        texts[way + '-varied'] = vary(texts[way], '/'.join((name, row['id'], way)))
    if 'walled' in folders:
        texts['walled'] = walled(row, texts['lines'], others, rng_of('/'.join((name, row['id'], 'wall'))))
    for way, text in texts.items():
        with open(os.path.join(folders[way], row['id'] + '.txt'), 'w', encoding='utf-8') as handle:
            handle.write(text)


KINDS = tuple(way + kind for way in WAYS for kind in ('', '-varied')) + ('walled',)


def make(shared, work, sets, kinds=KINDS):
    """[(key, set, folder)]: texts of every set and kind; made once."""
    maker, out = load_maker(shared), []
    for name in sets:
        folders = {kind: os.path.join(work, 'text', name, kind) for kind in kinds}
        out += [(name + '/' + kind, name, folder) for kind, folder in folders.items()]
        if all(map(os.path.isdir, folders.values())):
            continue
        for folder in folders.values():
            os.makedirs(folder, exist_ok=True)
        source = os.path.join(shared, 'bench', 'data', name)
        with open(os.path.join(source, 'gold.jsonl'), encoding='utf-8') as handle:
            gold = [r for r in map(json.loads, handle) if os.path.exists(os.path.join(source, 'pages', r['id'] + '.html.gz'))]
        by_lang = {}
        for row in gold:
            if len(row['text']) >= 200:
                by_lang.setdefault(row.get('lang'), []).append(row)

        def some(rows):
            for row in rows:
                others = [r for r in by_lang.get(row.get('lang'), []) if r is not row]
                make_page(maker, os.path.join(source, 'pages', row['id'] + '.html.gz'), row, others, folders, name)
        crossval.forked_map(some, [gold[0::2], gold[1::2]])
    return out
