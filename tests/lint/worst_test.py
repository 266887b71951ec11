# SPDX-License-Identifier: Apache-2.0
"""scripts/worst on records of our own: what is aligned to what, and that nothing of a page gets out as markup."""
import html.parser
import os
import sys
import unittest

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(ROOT, 'scripts'))
import worst_align  # noqa: E402
import worst_html  # noqa: E402


def record(*blocks):
    return {'status': 'ok', 'blocks': [{'n': n, 'label': label, 'reason': 'test', 'text': text}
                                       for n, (label, text) in enumerate(blocks)]}


def states(gold, *blocks):
    return [block['state'] for block in worst_align.align(record(*blocks), gold)['blocks']]


class Align(unittest.TestCase):
    def test_the_four_states(self):
        self.assertEqual(states('旧桥将在明年春天拆除。\n新桥会在原址以北建起来。', ('body', '旧桥将在明年春天拆除。'), ('body', '请扫描二维码下载客户端'),
                                ('nav', '新桥会在原址以北建起来。'), ('nav', '首页 新闻 体育 财经 科技 娱乐')), ['hit', 'wrong', 'missed', 'dropped'])

    def test_width_case_and_punctuation_do_not_count(self):
        self.assertEqual(states('The “Old” bridge, 2024, is gone', ('body', 'THE OLD BRIDGE ２０２４ IS GONE!')), ['hit'])

    def test_what_stands_twice_is_found_once(self):
        line = '旧桥将在明年春天全部拆除'
        self.assertEqual(states(line, ('nav', line), ('body', line)), ['dropped', 'hit'])
        self.assertEqual(states(line + '\n' + line, ('nav', line), ('body', line)), ['missed', 'hit'])

    def test_short_lines_count_near_their_neighbours(self):
        gold = '第一段讲的是旧桥为什么要拆。\n小标题\n' + '很长的一段话' * 100
        self.assertEqual(states(gold, ('body', '第一段讲的是旧桥为什么要拆。'), ('nav', '小标题'), ('nav', '长的')),
                         ['hit', 'missed', 'dropped'])

    def test_a_block_that_is_partly_in_the_gold(self):
        gold = 'the ferry will run again from next week on'
        self.assertEqual(states(gold, ('body', gold + ' says our man')), ['hit'])
        self.assertEqual(states(gold, ('body', 'the ferry will stop for good, and nobody on the island knows why')), ['wrong'])

    def test_gold_that_no_block_has_is_counted(self):
        page = worst_align.align(record(('body', 'abcdefghijkl')), 'abcdefghijkl\nmnopqrstuvwx')
        self.assertEqual((page['hit'], page['nowhere']), (12, 12))
        self.assertEqual(page['spans'], [('hit', 'abcdefghijkl\n'), ('', 'mnopqrstuvwx')])

    def test_no_record_no_gold(self):
        page = worst_align.align({}, '')
        self.assertEqual((page['blocks'], page['spans'], page['missed']), ([], [], 0))


class Seen(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.tags, self.links = [], []

    def handle_starttag(self, tag, attributes):
        self.tags.append(tag)
        self.links += [value for name, value in attributes if name == 'href']


class Document(unittest.TestCase):
    def test_pages_are_text_only(self):
        evil = '</mark><script>alert(1)</script><img src=x onerror=alert(1)>"\'&amp;'
        page = {'id': evil, 'url': 'javascript:alert(1)', 'f1': 0., 'gold': evil,
                'record': dict(record(('body', evil), ('nav', 'x')), title=evil, warnings=[evil])}
        for block in page['record']['blocks']:
            block.update(path=evil, reason=evil)
        page.update(worst_align.align(page['record'], evil + 'mehr'))
        figures = {'f1': 0., 'precision': 0., 'recall': 0.}
        text = worst_html.document({'row': 'r', 'set': 's', 'field': 'text', 'measure': 'm', 'pages': 1, 'by': 'f1', 'figures': figures,
                                    'bag': 0., 'costs': [(1, 1, 1, 'wrong', evil, evil)], 'missed': 0, 'wrong': 1}, [page])
        seen = Seen()
        seen.feed(text)
        self.assertEqual(seen.tags.count('script'), 1)
        self.assertNotIn('img', seen.tags)
        self.assertTrue(all(link.startswith('#') for link in seen.links))
        self.assertIn('&lt;img src=x', text)


if __name__ == '__main__':
    unittest.main()
