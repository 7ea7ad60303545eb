"""Every public function that takes a transaction or a snapshot stands in the table of tests/access/tst_permissions.cpp."""

import re
from pathlib import Path

import tree

TABLE = Path('tests/access/tst_permissions.cpp')
FOLDERS = ('core/access', 'core/clinic')
NAMESPACE = re.compile(r'\bnamespace\s+(?:xinglin(?:::(\w+))?)\s*\{')
FUNCTION = re.compile(r'\b(\w+)\s*\(\s*(?:const\s+)?store::(?:Transaction|Snapshot)\s*&')
ROW = re.compile(r'\{\s*"(\w+::\w+)"')
# The gate itself, what runs past it inside every commit, and what only notes a look.
APART = {
    'access::rolesOf', 'access::require', 'access::allows',
    'patient::followKeys', 'patient::rebuildKeys', 'record::followRank',
    'patient::noteSearch',
}


def declared(root):
    """Names of the functions by the header that declares them."""
    found = {}
    for path in tree.files(root, FOLDERS, ('.h',)):
        code = tree.Source(tree.read(root, path)).code
        space = ''
        for match in re.finditer(f'{NAMESPACE.pattern}|{FUNCTION.pattern}', code):
            if match.group(2) is None:
                space = match.group(1) or ''
            elif match.group(2) not in ('f', 'F', 'operator'):
                found.setdefault(f'{space}::{match.group(2)}', path)
    return found


def check(root):
    rows = ROW.findall(tree.read(root, TABLE))
    known = declared(root)
    problems = [f'{path}: {name} has no row in {TABLE}' for name, path in sorted(known.items())
                if name not in rows and name not in APART]
    problems += [f'{TABLE}: {name} is no function of {" or ".join(FOLDERS)}' for name in rows if name not in known]
    problems += [f'{TABLE}: {name} stands there twice' for name in sorted(set(rows)) if rows.count(name) > 1]
    problems += [f'tests/lint/accesstable.py: {name} is gone' for name in sorted(APART - set(known))]
    return problems


if __name__ == '__main__':
    tree.main(check)
