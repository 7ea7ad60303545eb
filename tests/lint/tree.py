"""What the lints share: the files of the tree, and C++ source without comments."""

import os
import re
import sys
from pathlib import Path

CPP = ('.h', '.cpp')


def root_of(argv):
    """The tree to look at: the first argument, else the one this file stands in."""
    return Path(argv[1]).resolve() if len(argv) > 1 else Path(__file__).resolve().parents[2]


def files(root, folders, suffixes):
    """Paths below the folders, relative to root and sorted."""
    found = []
    for folder in folders:
        for here, subfolders, names in os.walk(root / folder):
            subfolders[:] = sorted(n for n in subfolders if n not in ('build', '__pycache__') and n[0] != '.')
            found += [Path(here, n).relative_to(root) for n in sorted(names) if n.endswith(suffixes)]
    return found


def read(root, path):
    return (root / path).read_text(encoding='utf-8')


TOKEN = re.compile(r'''
      (?P<comment> //[^\n]* | /\*.*?\*/ )
    | (?P<raw> (?:u8|[uUL])?R"(?P<fence>[^()\s\\]{0,16})\((?P<inner>.*?)\)(?P=fence)" )
    | (?P<text> "(?:\\.|[^"\\\n])*" )
    | (?P<char> (?<![0-9A-Fa-f])'(?:\\.|[^'\\\n])+' )
    ''', re.VERBOSE | re.DOTALL)


class Source:
    """A C++ file taken apart: code (comments and texts blanked, lines kept) and its string literals."""

    def __init__(self, text):
        self.literals = []  # (line, text); neighbouring literals are joined as the compiler does
        self._end = None

        def blank(match):
            piece = match.group(0)
            if match.lastgroup != 'comment' and match.group('comment') is None and match.group('char') is None:
                inner = match.group('inner') if match.group('raw') else piece[1:-1]
                self._add(text, match.start(), match.end(), inner)
            return re.sub(r'[^\n]', ' ', piece)

        self.code = TOKEN.sub(blank, text)

    def _add(self, text, start, end, inner):
        between = text[self._end:start] if self._end is not None else '-'
        between = re.sub(r'//[^\n]*|/\*.*?\*/', '', between, flags=re.DOTALL)
        if self.literals and between.strip() in ('', 'u', 'u8', 'L', 'U', '_s', '_qs', '_L1'):
            line, before = self.literals[-1]
            self.literals[-1] = (line, before + inner)
        else:
            self.literals.append((text.count('\n', 0, start) + 1, inner))
        self._end = end

    def find(self, pattern):
        """Lines of the code that hold the pattern."""
        for number, line in enumerate(self.code.split('\n'), 1):
            if pattern.search(line):
                yield number, line.strip()


def main(check):
    """Runs a check of the shape check(root) -> list of problems, and ends with 1 if there are any."""
    problems = check(root_of(sys.argv))
    for problem in problems:
        print(problem)
    print(f'{len(problems)} problem(s)' if problems else 'clean')
    sys.exit(1 if problems else 0)
