# SPDX-License-Identifier: Apache-2.0
"""The document that scripts/worst writes: no file beside it, no request, everything from pages escaped."""
from html import escape

STATES = (('hit', 'kept, in the gold'), ('wrong', 'kept, not in the gold'), ('missed', 'dropped, in the gold'),
          ('dropped', 'dropped, not in the gold'))

STYLE = """
:root { --ink:#1d2329; --soft:#69737d; --line:#dfe3e8; --ground:#fff; --card:#f7f8fa;
  --hit:#1a7f4b; --hit-bg:#e9f7ef; --wrong:#c62836; --wrong-bg:#fdecee; --missed:#a86400; --missed-bg:#fff4dc; --dropped:#8b949e; }
@media (prefers-color-scheme: dark) { :root { --ink:#dde3ea; --soft:#8d97a3; --line:#30363d; --ground:#14171b; --card:#1b1f25;
  --hit:#5fd197; --hit-bg:#143022; --wrong:#ff8088; --wrong-bg:#3a181c; --missed:#f0b85a; --missed-bg:#372a10; --dropped:#7a838d; } }
* { box-sizing:border-box }
body { margin:0; font:14px/1.55 system-ui,"Noto Sans CJK SC","PingFang SC","Microsoft YaHei",sans-serif; color:var(--ink); background:var(--ground) }
main { max-width:1500px; margin:0 auto; padding:20px 24px 80px }
h1 { font-size:22px; margin:.2em 0 } h2 { font-size:16px; margin:0; overflow-wrap:anywhere }
a { color:inherit } small, .soft { color:var(--soft) }
table { border-collapse:collapse; margin:10px 0; font-variant-numeric:tabular-nums }
th, td { padding:3px 10px; text-align:right; border-bottom:1px solid var(--line); vertical-align:top } th { color:var(--soft); font-weight:500 }
td.words, th.words { text-align:left; overflow-wrap:anywhere }
.bar { position:sticky; top:0; z-index:2; display:flex; flex-wrap:wrap; gap:14px; padding:8px 24px; background:var(--ground); border-bottom:1px solid var(--line) }
.bar label { cursor:pointer } .bar kbd { border:1px solid var(--line); border-radius:4px; padding:0 5px; font-size:12px }
section { margin:34px 0; border-top:2px solid var(--line); padding-top:12px; scroll-margin-top:44px }
.figures { display:flex; flex-wrap:wrap; gap:6px 18px; margin:4px 0 10px; font-variant-numeric:tabular-nums }
.sides { display:grid; grid-template-columns:minmax(0,3fr) minmax(0,2fr); gap:22px; align-items:start }
@media (max-width:900px) { .sides { grid-template-columns:1fr } }
.gold { position:sticky; top:52px; max-height:calc(100vh - 70px); overflow:auto; padding:10px 14px; background:var(--card); border-radius:8px; white-space:pre-wrap; overflow-wrap:anywhere }
.b { border-left:4px solid; padding:3px 10px; margin:3px 0; border-radius:0 6px 6px 0; overflow-wrap:anywhere }
.b .of { font-size:12px; color:var(--soft) } .b b { font-weight:600 }
.b.hit { border-color:var(--hit); background:var(--hit-bg) } .b.wrong { border-color:var(--wrong); background:var(--wrong-bg) }
.b.missed { border-color:var(--missed); background:var(--missed-bg) } .b.dropped { border-color:var(--line); color:var(--dropped) }
.hit > .of b, .n-hit { color:var(--hit) } .wrong > .of b, .n-wrong { color:var(--wrong) } .missed > .of b, .n-missed { color:var(--missed) }
.n-dropped { color:var(--dropped) }
details { margin:3px 0 } summary { cursor:pointer; color:var(--dropped); font-size:12px; padding-left:4px }
mark { color:inherit; border-radius:3px } mark.hit { background:var(--hit-bg) } mark.missed { background:var(--missed-bg) }
mark.nowhere { background:none; text-decoration:underline wavy var(--wrong) 1px; text-underline-offset:3px }
.no-hit .b.hit, .no-wrong .b.wrong, .no-missed .b.missed, .no-dropped details { display:none }
"""

SCRIPT = """
document.querySelectorAll('.bar input').forEach(function (box) {
  box.addEventListener('change', function () { document.body.classList.toggle('no-' + box.value, !box.checked) })
});
document.addEventListener('keydown', function (event) {
  if (event.ctrlKey || event.metaKey || event.altKey || (event.key !== 'j' && event.key !== 'k')) return;
  var pages = Array.from(document.querySelectorAll('section')), here = 60;
  var next = event.key === 'j' ? pages.find(function (p) { return p.getBoundingClientRect().top > here })
    : pages.reverse().find(function (p) { return p.getBoundingClientRect().top < here - 20 });
  if (next) next.scrollIntoView();
});
"""


def number(value):
    return '{:,}'.format(value)


def block_html(block):
    share = ' · %d %% of it' % round(100 * block['share']) if 0 < block['share'] < 1 else ''
    links = ' · %d links' % len(block['links']) if block.get('links') else ''
    return '<div class="b %s"><div class="of" title="%s">%d · <b>%s</b> · %s%s%s</div>%s</div>' % (
        block['state'], escape(block.get('path', '')), block['n'], escape(block['label']), escape(block['reason']), share, links,
        escape(block['text']))


def blocks_html(blocks):
    """Runs of rightly dropped blocks are folded."""
    out, run = [], []

    def close():
        if run:
            labels = sorted({b['label'] for b in run})
            out.append('<details><summary>%d dropped: %s</summary>%s</details>' % (
                len(run), escape(', '.join(labels)), ''.join(map(block_html, run))))
            run.clear()

    for block in blocks:
        if block['state'] == 'dropped':
            run.append(block)
        else:
            close()
            out.append(block_html(block))
    close()
    return '\n'.join(out) or '<p class="soft">no blocks</p>'


def gold_html(spans):
    out = []
    for state, text in spans:
        name = {'': 'nowhere', 'space': ''}.get(state, state)
        out.append('<mark class="%s">%s</mark>' % (name, escape(text)) if name else escape(text))
    return ''.join(out) or '<span class="soft">the gold has no text</span>'


def page_html(place, page):
    record = page['record']
    figures = ['F1 %.3f' % page['f1'], 'gold %s' % number(page['gold_characters'])]
    figures += ['<span class="n-%s">%s %s</span>' % (state, state, number(page[state])) for state, _ in STATES]
    figures.append('gold that no block has %s' % number(page['nowhere']))
    notes = [record.get('status', 'no record'), record.get('reason', ''), record.get('error', ''), *record.get('warnings', [])]
    url = page['url'] or record.get('url', '')
    link = ' <a href="%s" rel="noreferrer">%s</a>' % (escape(url), escape(url)) if url.startswith(('http://', 'https://')) else ''
    return '''<section id="p%d"><h2>%d. %s</h2><small>%s%s</small>
<div class="figures">%s</div><p class="soft">%s</p>
<div class="sides"><div>%s</div><div class="gold">%s</div></div></section>''' % (
        place, place, escape(page['id']), escape(record.get('title', '')), link, ''.join('<span>%s</span>' % f for f in figures),
        escape(' · '.join(n for n in notes if n)), blocks_html(page['blocks']), gold_html(page['spans']))


def index_html(pages):
    rows = ['<tr><td><a href="#p%d">%d</a><td class="words"><a href="#p%d">%s</a><td>%.3f<td>%s<td class="n-wrong">%s<td class="n-missed">%s<td>%s</tr>' % (
        i, i, i, escape(p['id'][:80]), p['f1'], number(p['gold_characters']), number(p['wrong']), number(p['missed']), number(p['nowhere']))
        for i, p in enumerate(pages, 1)]
    return ('<table><tr><th><th class="words">page<th>F1<th>gold<th>wrong<th>missed<th>in no block</tr>%s</table>' % '\n'.join(rows))


def costs_html(costs):
    rows = ['<tr><td class="n-%s">%s<td>%s<td>%d<td>%d<td class="words">%s<td class="words">%s</tr>' % (
        state, state, number(characters), blocks, pages, escape(label), escape(reason))
        for characters, blocks, pages, state, label, reason in costs[:25]]
    return ('<table><tr><th><th>characters<th>blocks<th>pages<th class="words">label<th class="words">reason</tr>%s</table>' % '\n'.join(rows))


def document(summary, pages):
    f = summary['figures']
    boxes = ''.join('<label class="n-%s"><input type="checkbox" value="%s" checked> %s</label>' % (s, s, words) for s, words in STATES)
    return '''<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
<title>worst of %s</title><style>%s</style></head><body>
<div class="bar">%s<span class="soft"><kbd>j</kbd> <kbd>k</kbd> next, previous page</span></div><main>
<h1>The worst %d of %s</h1>
<p class="soft">%s, field %s, %d pages: %s F1 %.4f, P %.4f, R %.4f; bag F1 %.4f. By %s. Counts are letters and digits;
on all pages %s missed, %s wrong.</p>
%s<h1>What cost most</h1><p class="soft">All pages of the set; numbers in reasons are N.</p>%s
%s</main><script>%s</script></body></html>
''' % (escape(summary['row']), STYLE, boxes, len(pages), escape(summary['row']), escape(summary['set']), escape(summary['field']),
       summary['pages'], escape(summary['measure']), f['f1'], f['precision'], f['recall'], summary['bag'], escape(summary['by']),
       number(summary['missed']), number(summary['wrong']), index_html(pages), costs_html(summary['costs']),
       '\n'.join(page_html(i, p) for i, p in enumerate(pages, 1)), SCRIPT)
