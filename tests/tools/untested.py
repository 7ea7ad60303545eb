#!/usr/bin/env python3
"""Lists the sources of core, ui and app whose header no test includes, directly or by another test header."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
INCLUDE = re.compile(r'^\s*#\s*include\s*"([^"]+)"', re.MULTILINE)


def main():
    named = set()
    for path in (ROOT / 'tests').rglob('*'):
        if path.suffix in ('.h', '.cpp'):
            named.update(INCLUDE.findall(path.read_text(encoding='utf-8')))
    sources = [path for folder in ('core', 'ui', 'app') for path in sorted((ROOT / folder).rglob('*.cpp'))]
    without = []
    for source in sources:
        header = source.with_suffix('.h').relative_to(ROOT)
        short = '/'.join(header.parts[1:]) if header.parts[0] == 'core' else header.as_posix()
        if short not in named:
            without.append(source.relative_to(ROOT))
    for source in without:
        print(source)
    print(f'{len(without)} of {len(sources)} sources are named by no test')


if __name__ == '__main__':
    main()
