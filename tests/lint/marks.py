"""Nothing is left unfinished or skipped, and every test program is one."""

import re

import tree

# Put together from halves so that this file does not find itself.
UNFINISHED = re.compile(r'\b(' + '|'.join(('TO' 'DO', 'FIX' 'ME', 'X' 'XX')) + r')\b')
SKIPPED = re.compile(r'\b(Q' 'SKIP|QEXPECT' r'_FAIL)\b')
SUFFIXES = tree.CPP + ('.py', '.sh', '.cmake', '.txt', '.sql', '.json', '.md')


def check(root):
    problems = []
    for path in tree.files(root, ('core', 'ui', 'app', 'tests', 'installer'), SUFFIXES):
        if path.parts[:2] == ('tests', 'data'):
            continue
        for number, line in enumerate(tree.read(root, path).splitlines(), 1):
            if UNFINISHED.search(line):
                problems.append(f'{path}:{number}: unfinished: {line.strip()}')
            if path.suffix in tree.CPP and SKIPPED.search(line):
                problems.append(f'{path}:{number}: a test that does not test: {line.strip()}')
    # A program of Qt Test that no CMakeLists.txt names is never built.
    listed = ' '.join(tree.read(root, path) for path in tree.files(root, ('tests',), ('CMakeLists.txt',)))
    for path in tree.files(root, ('tests',), ('.cpp',)):
        if path.name.startswith(('tst_', 'bench_')) and not re.search(rf'\b{path.name}', listed):
            problems.append(f'{path}:1: no CMakeLists.txt names this test')
    return problems


if __name__ == '__main__':
    tree.main(check)
