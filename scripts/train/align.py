# SPDX-License-Identifier: Apache-2.0
"""Which blocks of a page the gold text is made of.

Gold text is found block by block, whatever white space, punctuation and width do, and in order: a block that
stands twice on the page (a print copy, a teaser) gets one positive copy, the one that fits the order of the rest.
"""
import bisect
import unicodedata
from collections import defaultdict

GRAM = 6          # letters of a seed that is looked up in the gold
SHORT = 10        # a block of fewer letters must stand at the edge of a gold line
SLACK = 10        # letters by which neighbouring matches may overlap
MOST_PLACES = 30  # of one block in the gold


def letters(text):
    """Letters and digits only, width and case folded."""
    return ''.join(c for c in unicodedata.normalize('NFKC', text).lower() if c.isalnum())


class Gold:
    def __init__(self, text):
        lines = [letters(line) for line in text.split('\n')]
        self.text = ''.join(lines)
        self.edges, at = {0}, 0
        for line in lines:
            at += len(line)
            self.edges.add(at)
        self.seeds = defaultdict(list)
        for i in range(len(self.text) - GRAM + 1):
            self.seeds[self.text[i:i + GRAM]].append(i)

    def places(self, block):
        """[(begin, end, letters found)] where the block may stand in the gold."""
        size = len(block)
        if size == 0:
            return []
        exact, at = [], self.text.find(block)
        while at >= 0 and len(exact) < MOST_PLACES:
            exact.append((at, at + size, size))
            at = self.text.find(block, at + 1)
        if size < SHORT:
            both = [p for p in exact if p[0] in self.edges and p[1] in self.edges]
            one = [p for p in exact if p[0] in self.edges or p[1] in self.edges]
            return both or (one if size >= 6 else [])
        return exact or self.similar(block)

    def similar(self, block):
        """Diagonals on which at least half of the block's seeds stand."""
        votes, hits = defaultdict(int), 0
        seeds = range(0, len(block) - GRAM + 1)
        for i in seeds:
            found = self.seeds.get(block[i:i + GRAM])
            if found:
                hits += 1
                if len(found) <= MOST_PLACES:
                    for at in found:
                        votes[(at - i) // 16] += 1
        if hits < .5 * len(seeds):
            return []
        out = []
        for diagonal, count in sorted(votes.items(), key=lambda v: (-v[1], v[0]))[:4]:
            around = count + votes.get(diagonal - 1, 0) + votes.get(diagonal + 1, 0)
            if around >= .4 * len(seeds):
                begin = max(0, diagonal * 16)
                out.append((begin, min(len(self.text), begin + len(block)), hits))
        return out


def align(blocks, gold_text):
    """[0 or 1] a block: the heaviest increasing chain of places, then long blocks that the chain left uncovered."""
    gold = Gold(gold_text)
    places = []  # (block, begin, end, weight)
    for n, block in enumerate(letters(b) for b in blocks):
        places += [(n, *place) for place in gold.places(block)]
    places.sort(key=lambda p: (p[0], -p[1]))
    labels = [0] * len(blocks)
    covered = []
    for n, begin, end, _ in chain(places):
        labels[n] = 1
        covered.append((begin, end))
    covered.sort()
    for n, begin, end, weight in places:  # moved paragraphs: only where nothing else covers the gold
        if labels[n] == 0 and weight >= 60 and not overlaps(covered, begin, end):
            labels[n] = 1
            bisect.insort(covered, (begin, end))
    return labels


def overlaps(covered, begin, end):
    shared = sum(max(0, min(end, e) - max(begin, b)) for b, e in covered)
    return shared > .3 * (end - begin)


def chain(places):
    """Heaviest chain with growing block and place: prefix maxima over the ends, blocks in order."""
    ends, best_at, picked = [], [], []  # by end: best sum of a chain that ends there or before
    sums, back = [0.] * len(places), [-1] * len(places)
    i = 0
    while i < len(places):
        j = i
        while j < len(places) and places[j][0] == places[i][0]:
            _, begin, _, weight = places[j]
            k = bisect.bisect_right(ends, begin + SLACK) - 1
            sums[j] = weight + (best_at[k] if k >= 0 else 0)
            back[j] = picked[k] if k >= 0 else -1
            j += 1
        for k in range(i, j):  # a block follows itself never: enter its places when all are judged
            at = bisect.bisect_left(ends, places[k][2])
            before = best_at[at - 1] if at > 0 else 0
            if at < len(ends) and ends[at] == places[k][2]:
                before = max(before, best_at[at])
            if sums[k] <= before:
                continue
            if at < len(ends) and ends[at] == places[k][2]:
                best_at[at], picked[at] = sums[k], k
            else:
                ends.insert(at, places[k][2])
                best_at.insert(at, sums[k])
                picked.insert(at, k)
            while at + 1 < len(ends) and best_at[at + 1] <= sums[k]:
                del ends[at + 1], best_at[at + 1], picked[at + 1]
        i = j
    out, at = [], picked[-1] if picked else -1
    while at >= 0:
        out.append(places[at])
        at = back[at]
    return out[::-1]
