# SPDX-License-Identifier: Apache-2.0
"""The measurements behind scripts/score_repair.

  measure_repair.py damage --work DIR [--baseline] -- OPTIONS-OF-DAMAGE   character error rate
  measure_repair.py unchanged                                             which pages repair touches
  measure_repair.py share --set NAME < BENCHMARK-JSON                     repair's part of CPU time

The clean texts are daniel's Chinese ones of which Simplified conversion changes under 2 % of the Han
characters; the list is printed.
"""
import argparse
import json
import os
import re
import subprocess
import sys

PINYIN = 'a-zāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜńňǹḿ'


def lines_of(path):
    with open(path, encoding='utf-8') as lines:
        return [json.loads(line) for line in lines]


def write(path, records):
    with open(path, 'w', encoding='utf-8') as out:
        for record in records:
            out.write(json.dumps(record, ensure_ascii=False) + '\n')


def to_simplified():
    import opencc
    return opencc.OpenCC('t2s').convert


def simplified_texts(shared):
    convert, texts = to_simplified(), []
    for record in lines_of(os.path.join(shared, 'bench', 'data', 'daniel', 'gold.jsonl')):
        text = record['text']
        han = sum('\u4e00' <= c <= '\u9fff' for c in text)
        changed = sum(a != b for a, b in zip(text, convert(text)))
        if record['lang'] == 'zh' and changed < .02 * max(han, 1):
            texts.append({'id': record['id'], 'text': text})
    return texts


def repaired_by_tamis(tamis, path, out):
    with open(out, 'wb') as handle:
        subprocess.run([tamis, 'clean', '--repair-only', '-q', path], stdout=handle, check=True)


def stripped_and_converted(records):
    """What anybody can do in two lines."""
    convert = to_simplified()
    note = re.compile('(?<=[\u4e00-\u9fff])\\([%s]{1,6} ?\\)' % PINYIN)
    return [{'id': r['id'], 'text': convert(note.sub('', r['text']))} for r in records]


def damage(a):
    tool = os.path.join(a.shared, 'bench', 'repair', 'damage.py')
    path = {name: os.path.join(a.work, name + '.jsonl') for name in ('clean', 'damaged', 'input', 'tamis', 'baseline')}
    texts = simplified_texts(a.shared)
    print('damage %s: %d texts, %d characters: %s' % (' '.join(a.options), len(texts), sum(len(t['text']) for t in texts),
                                                      ' '.join(sorted(t['id'][:12] for t in texts))))
    write(path['clean'], texts)
    subprocess.run([sys.executable, tool, 'make', path['clean'], path['damaged'], *a.options], check=True)
    damaged = lines_of(path['damaged'])
    write(path['input'], [{'id': d['id'], 'text': d['text']} for d in damaged])
    repaired_by_tamis(a.tamis, path['input'], path['tamis'])
    if a.baseline:
        write(path['baseline'], stripped_and_converted(damaged))
    for name in ('tamis', 'baseline') if a.baseline else ('tamis',):
        print(' ', name, end='  ', flush=True)
        subprocess.run([sys.executable, tool, 'score', path['damaged'], path[name]], check=True)


def unchanged(a):
    data, touched = os.path.join(a.shared, 'bench', 'data'), 0
    for name in sorted(os.listdir(data)):
        pages = os.path.join(data, name, 'pages')
        if not os.path.isdir(pages):
            continue
        done = subprocess.run([a.tamis, 'clean', '--repair-only', '-q', pages], stdout=subprocess.PIPE, check=True)
        records = [json.loads(line) for line in done.stdout.decode('utf-8').split('\n') if line]
        lossy = [r for r in records if '\ufffd' in r.get('text', '')]
        changed = [r for r in records if r.get('repairs') or (r.get('damage') != 'clean' and r not in lossy)]
        touched += len(changed)
        print('unchanged %-18s %4d pages, %d touched, with U+FFFD: %s' %
              (name, len(records), len(changed), ', '.join('%s %s' % (r['id'][:40], r.get('damage')) for r in lossy) or 'none'))
        for r in changed:
            print('    touched: %s %s %s' % (r['id'], r.get('damage'), r.get('repairs', r.get('error'))))
    return touched > 0


def share(a):
    seconds = {b['name']: b['cpu_time'] for b in json.load(sys.stdin)['benchmarks']}
    print('share %-12s repair %.1f of %.1f ms CPU: %.1f %%' %
          (a.set, seconds['repair'], seconds['page'], 100 * seconds['repair'] / seconds['page']))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    verbs = parser.add_subparsers(dest='verb', required=True)
    for name, work in (('damage', damage), ('unchanged', unchanged), ('share', share)):
        verb = verbs.add_parser(name)
        verb.set_defaults(work_of=work)
        verb.add_argument('--tamis', default='build/release/bin/tamis')
        verb.add_argument('--shared', default='../shared')
        if name == 'share':
            verb.add_argument('--set', required=True)
        if name == 'damage':
            verb.add_argument('--work', required=True)
            verb.add_argument('--baseline', action='store_true')
    given = sys.argv[1:]
    at = given.index('--') if '--' in given else len(given)
    a = parser.parse_args(given[:at])
    a.options = given[at + 1:]
    sys.exit(a.work_of(a))


main()
