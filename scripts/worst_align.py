# SPDX-License-Identifier: Apache-2.0
"""Which blocks of a page stand in its gold text, and which part of the gold no block has.

Both sides are compared as letters and digits, width and case folded. A block claims the gold that it matches, kept blocks
first, each behind the one before where it can: what stands on a page twice is found once. Standard library only.
"""
import unicodedata

KEPT = ('heading', 'body')
GRAM = 8        # characters of the runs that long blocks share with the gold
NEAR = 300      # characters: a short line counts where its neighbours stand
SHORT = 10      # characters: shorter lines must be whole lines of the gold or stand near and be no accident
ACCIDENT = 4    # characters: shorter lines are found in any text
ENOUGH = .5     # share of a block that makes it the gold's


def bare(text):
    """(letters and digits, the place of each in the text)."""
    out, places = [], []
    for place, char in enumerate(text):
        for folded in unicodedata.normalize('NFKC', char).lower():
            if folded.isalnum():
                out.append(folded)
                places.append(place)
    return ''.join(out), places


class Gold:
    def __init__(self, text):
        self.text = text
        self.bare, self.places = bare(text)
        self.state = [''] * len(self.bare)      # which kind of block has the character
        self.lines = {bare(line)[0] for line in text.split('\n')}
        self.grams = {}
        for at in range(len(self.bare) - GRAM + 1):
            self.grams.setdefault(self.bare[at:at + GRAM], at)

    def is_free(self, at, size):
        return self.state[at:at + size].count('') * 2 > size

    def find(self, line, cursor):
        """Place of a line that nobody has claimed, from the cursor on and then anywhere; -1 when there is none."""
        for begin, end in ((cursor, len(self.bare)), (0, cursor + len(line))):
            at = self.bare.find(line, begin, end)
            for _ in range(20):
                if at < 0 or self.is_free(at, len(line)):
                    break
                at = self.bare.find(line, at + 1, end)
            if at >= 0 and self.is_free(at, len(line)):
                return at
        return -1

    def claim(self, line, cursor, state):
        """(share of the line that the gold has, the cursor behind it)."""
        if not line:
            return 0., cursor
        at = self.find(line, cursor)
        near = -20 <= at - cursor <= NEAR
        if at >= 0 and (len(line) >= SHORT or line in self.lines or (near and len(line) >= ACCIDENT)):
            self.state[at:at + len(line)] = [state] * len(line)
            return 1., at + len(line) if near or len(line) >= SHORT else cursor
        if len(line) < 2 * GRAM:
            return 0., cursor
        return self.claim_parts(line, cursor, state)

    def claim_parts(self, line, cursor, state):
        had, last = 0, 0
        hits = []
        for at in range(len(line) - GRAM + 1):
            place = self.grams.get(line[at:at + GRAM], -1)
            if place >= 0 and self.is_free(place, GRAM):
                had += at + GRAM - max(at, last)
                last = at + GRAM
                hits.append(place)
        share = had / len(line)
        if share < ENOUGH:
            return share, cursor
        for place in hits:
            self.state[place:place + GRAM] = [state] * GRAM
        return share, max(hits) + GRAM

    def spans(self):
        """[(state, text)]: the gold as written; state '' is what no block has, 'space' what is not compared."""
        states = ['space'] * len(self.text)
        for index, place in enumerate(self.places):
            states[place] = self.state[index]
        spans = []
        for char, state in zip(self.text, states):
            if spans and state in (spans[-1][0], 'space'):
                spans[-1][1].append(char)
            else:
                spans.append((state, [char]))
        return [(state, ''.join(chars)) for state, chars in spans]


def align(record, gold_text):
    gold = Gold(gold_text)
    blocks = [dict(block, bare=bare(block['text'])[0], share=0.) for block in record.get('blocks') or []]
    for wanted, state in ((True, 'hit'), (False, 'missed')):
        cursor = 0
        for block in blocks:
            if (block['label'] in KEPT) == wanted:
                block['share'], cursor = gold.claim(block['bare'], cursor, state)
            block['reason'] = block.get('reason', '')
    for block in blocks:
        block['characters'] = len(block['bare'])
        inside = block['share'] >= ENOUGH
        if block['label'] in KEPT:
            block['state'] = 'hit' if inside else 'wrong'
        else:
            block['state'] = 'missed' if inside else 'dropped'
    count = {state: sum(b['characters'] for b in blocks if b['state'] == state) for state in ('hit', 'missed', 'wrong', 'dropped')}
    return {'blocks': blocks, 'spans': gold.spans(), 'gold_characters': len(gold.bare),
            'nowhere': gold.state.count(''), **count}
