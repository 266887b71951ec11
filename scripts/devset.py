# SPDX-License-Identifier: Apache-2.0
"""The development sets beside this repository (../shared/bench), and tamis run over them.

Used by score, charsets and compare_speed; standard library only.
"""
import importlib.util
import json
import os
import shutil
import subprocess
import sys
import tempfile
import urllib.parse

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
SHARED = os.environ.get('TAMIS_SHARED', os.path.join(os.path.dirname(ROOT), 'shared'))
PAGE_ENDINGS = ('.html.gz', '.html', '.txt')


def fail(message):
    sys.exit('%s: %s' % (os.path.basename(sys.argv[0]), message))


def add_options(parser):
    parser.add_argument('--binary', help='the tamis to run (default: build/release/bin/tamis)')
    parser.add_argument('--threads', type=int, default=os.cpu_count() or 1)
    parser.add_argument('--shared', default=SHARED, help='folder that holds bench/ (default: %(default)s)')


def find_binary(given):
    for path in [given] if given else [os.path.join(ROOT, 'build', p, 'bin', 'tamis') for p in ('release', 'dev')]:
        if os.path.isfile(path) and os.access(path, os.X_OK):
            return os.path.abspath(path)
    fail('no tamis at %s; build it (scripts/tour) or name one with --binary' % (given or 'build/release/bin/tamis'))


def load_scorer(shared):
    path = os.path.join(shared, 'bench', 'score.py')
    if not os.path.isfile(path):
        fail('%s is not there: the figures need the development data; name its folder with --shared' % path)
    spec = importlib.util.spec_from_file_location('score_library', path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def pages_folder(shared, name):
    return os.path.join(shared, 'bench', 'data', name, 'pages')


def page_id(record_id):
    for ending in PAGE_ENDINGS:
        if record_id.endswith(ending):
            return record_id[:-len(ending)]
    return record_id


def clean_crawl(binary, folder, gold, threads, memory):
    """As a crawl: a folder a site where the gold knows it, `tamis clean -o`, with a memory or without."""
    hosts = {r['id']: r.get('site') or urllib.parse.urlsplit(r.get('url') or '').hostname or '' for r in gold}
    with tempfile.TemporaryDirectory() as scratch:
        crawl, out = os.path.join(scratch, 'crawl'), os.path.join(scratch, 'out')
        for name in os.listdir(folder):
            below = os.path.join(crawl, hosts.get(page_id(name), ''))
            os.makedirs(below, exist_ok=True)
            shutil.copyfile(os.path.join(folder, name), os.path.join(below, name))
        command = [binary, 'clean', crawl, '-o', out, '-q', '--threads', str(threads)] + ([] if memory else ['--no-corpus'])
        run = subprocess.run(command, stdin=subprocess.DEVNULL, stderr=subprocess.PIPE)
        if run.returncode != 0:
            fail('%s exited %d\n%s' % (' '.join(command), run.returncode, run.stderr.decode('utf-8', 'replace')[-2000:]))
        with open(os.path.join(out, 'articles.jsonl'), encoding='utf-8') as handle:
            records = [json.loads(line) for line in handle]
    return {page_id(os.path.basename(record['id'])): record for record in records}


def clean(binary, folder, threads, extra=()):
    """Runs `tamis clean` over a folder and returns {page id: record}."""
    command = [binary, 'clean', folder, '--threads', str(threads), '--progress', 'never', *extra]
    run = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    if run.returncode != 0:
        fail('%s exited %d\n%s' % (' '.join(command), run.returncode, run.stderr.decode('utf-8', 'replace')[-2000:]))
    records = {}
    for line in run.stdout.split(b'\n'):
        if line.strip():
            record = json.loads(line)
            records[page_id(record['id'])] = record
    return records
