"""Screens and programs hold no SQL, and the GUI thread never waits."""

import re

import tree

SQL = re.compile(r'\b(SELECT|INSERT (OR \w+ )?INTO|REPLACE INTO|UPDATE \w+\s+SET|DELETE FROM|CREATE (TABLE|INDEX)|PRAGMA)\b')
WAITS = re.compile(r'\bwaitForFinished\b|\bprocessEvents\b|\bQEventLoop\b|(->|\.)exec\(\)')
MAIN_LOOP = re.compile(r'\b(app|application)\.exec\(\)')
RESULT = re.compile(r'\.(result|takeResult)\(\)')


def check(root):
    problems = []
    for path in tree.files(root, ('ui', 'app'), tree.CPP):
        source = tree.Source(tree.read(root, path))
        for line, text in source.literals:
            if SQL.search(text):
                problems.append(f'{path}:{line}: SQL in {path.parts[0]}: "{" ".join(text.split())[:60]}"')
        if path.parts[:2] == ('app', 'cli'):
            continue  # the command line has no window to keep alive
        for line, code in source.find(WAITS):
            if path.parts[0] == 'app' and not WAITS.search(MAIN_LOOP.sub('', code)):
                continue
            problems.append(f'{path}:{line}: waits on the GUI thread: {code}')
        if path.parts[0] == 'ui' and path.as_posix() != 'ui/kit/ondone.h':
            for line, code in source.find(RESULT):
                problems.append(f'{path}:{line}: waits for a future; use onDone: {code}')
    return problems


if __name__ == '__main__':
    tree.main(check)
