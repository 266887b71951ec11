# SPDX-License-Identifier: Apache-2.0
"""The two kinds of pages that tamis judges, HTML and plain text: what each is trained on, and its models' names."""
import data
import made_texts

TYPES = 'wcxb_types'  # pages that are not articles, and forum and documentation pages that hold text


class Html:
    name, from_text = 'html', False
    first, second, article, quality = 'block', None, 'page', 'quality'
    grams = ('words', 'names')
    rows = data.ROWS

    def __init__(self, shared, work):
        self.sources = data.html_sources(shared)
        self.others = data.html_sources(shared, [TYPES])


class Text:
    name, from_text = 'text', True
    first, second, article, quality = 'line', 'line-context', 'line-page', 'line-quality'
    grams = ('words',)
    rows = {row + '/' + way: (name + '/' + way, how, wanted) for row, (name, how, wanted) in data.ROWS.items()
            for way in made_texts.WAYS}

    def __init__(self, shared, work):
        self.sources = made_texts.make(shared, work, data.SETS)
        self.others = made_texts.make(shared, work, [TYPES], made_texts.KINDS[:-1])
