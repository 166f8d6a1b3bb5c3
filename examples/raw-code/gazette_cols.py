#!/usr/bin/env python3
"""sets the village gazette: article.txt -> columns of text for the printer

gazette_cols.py article.txt [ncols] [colwidth] [lines per page]
paragraphs by blank line. '= ' heading, '* ' list item, '> ' quote (indented both sides)
"""
import re
import sys
import unicodedata

NCOLS, WIDTH, PAGE = 3, 26, 40
GUTTER = ' | '
exceptions = {'gazette': 'ga-zette', 'weathercock': 'weather-cock', 'committee': 'com-mit-tee'}
VOWELS = 'aeiouyäöüáéíóú'
KEEP = ('ch', 'sh', 'th', 'ph', 'ck', 'qu', 'st')
hyphens_in_row, widows = 0, []

def w(s):
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in 'WF' else 1 for c in s)

def breaks(word):
    """places where word can be cut, at least 2 before and 3 after"""
    if '\u00ad' in word:
        return [i for i, c in enumerate(word) if c == '\u00ad']
    core = word.lower().strip('.,;:!?"()\'')
    off = word.lower().find(core)
    if core in exceptions:
        x = exceptions[core]
        return [off + i - x[:i].count('-') for i, c in enumerate(x) if c == '-']
    if not core.isalpha() or (word.isupper() and len(word) > 1):
        return []
    r = []
    for i in range(2, len(core) - 2):
        a, b, c = core[i - 1:i + 2]
        if a + b in KEEP: continue
        if a in VOWELS and b not in VOWELS and c in VOWELS or a not in VOWELS and b not in VOWELS \
                and any(x in VOWELS for x in core[:i]) and any(x in VOWELS for x in core[i:]):
            r.append(i + off)
    return r

def justify(words, width, k):
    gaps = len(words) - 1
    if gaps < 1:
        return words[0] if words else ''
    spare = width - sum(map(w, words)) - gaps
    if spare > gaps * 2:          # looks like a fence, leave it ragged
        return ' '.join(words)
    out = words[0]
    for g in range(gaps):
        # extra blanks from the left on even lines, from the right on odd
        pos = g if k % 2 == 0 else gaps - 1 - g
        out += ' ' * (1 + spare // gaps + (1 if pos < spare % gaps else 0)) + words[g + 1]
    return out

def para(text, width, first='', rest=''):
    global hyphens_in_row
    todo, lines, cur, hyphens_in_row = text.split(), [], [], 0
    while todo:
        word = todo.pop(0)
        ind = rest if lines else first
        room = width - w(ind) - sum(map(w, cur)) - len(cur)
        plain = word.replace('\u00ad', '')
        if w(plain) <= room:
            cur.append(plain); continue
        cut = None
        if hyphens_in_row < 2:
            for b in breaks(word):
                if w(word[:b].replace('\u00ad', '')) + 1 <= room:
                    cut = b
        if cut is None and not cur:
            cut = max(1, room - 1)          # brute force, web addresses and so on
        if cut is not None:
            cur.append(word[:cut].replace('\u00ad', '') + ('' if word[cut - 1] == '-' else '-'))
            todo.insert(0, word[cut:].lstrip('\u00ad'))
            hyphens_in_row += 1
        else:
            todo.insert(0, word)
            hyphens_in_row = 0
        lines.append(ind + justify(cur, width - w(ind), len(lines)))
        cur = []
    return lines + [(rest if lines else first) + ' '.join(cur)] if cur else lines

if __name__ == '__main__':
    if len(sys.argv) > 2:
        NCOLS, WIDTH, PAGE = [int(x) for x in sys.argv[2:]] + [NCOLS, WIDTH, PAGE][len(sys.argv) - 2:]
    flow = []                              # (line, may a column start here?)
    for p in re.split(r'\n\s*\n', open(sys.argv[1], encoding='utf8').read().strip()):
        if p.startswith('= '):
            L = [x.upper().center(WIDTH).rstrip() for x in para(p[2:], WIDTH)] + ['']
            flow += [(x, i == 0) for i, x in enumerate(L)]
            continue
        if p[:2] == '* ':
            L = [x for item in re.split(r'^\* ', p, flags=re.M)[1:] for x in para(item, WIDTH, '- ', '  ')]
        elif p[:2] == '> ':
            L = para(re.sub(r'^> ?', '', p, flags=re.M), WIDTH - 2, '  ', '  ')
        else:
            L = para(p, WIDTH, '' if not flow or flow[-1][0] == '' and not flow[-1][1] else '  ')
        flow += [(x, i != 1 and i != len(L) - 1 or len(L) == 1) for i, x in enumerate(L)]
    cols, i = [], 0
    while i < len(flow):
        end = min(i + PAGE, len(flow))
        while end < len(flow) and end > i + 1 and not flow[end][1]:
            end -= 1; widows.append(end)
        cols.append([x for x, _ in flow[i:end]]); i = end
    for n in range(0, len(cols), NCOLS):
        page = cols[n:n + NCOLS]
        for r in range(max(map(len, page))):
            print(GUTTER.join((c[r] if r < len(c) else '') + ' ' * (WIDTH - w(c[r] if r < len(c) else '')) for c in page).rstrip())
        print(('- %d -' % (n // NCOLS + 1)).center(NCOLS * WIDTH + 3 * (NCOLS - 1)).rstrip() + '\f')
    print(len(widows), 'lines pushed', file=sys.stderr)
