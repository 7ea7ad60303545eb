"""Schema files that a released store was made with never change: they are compared with the sums kept beside it."""

import hashlib

import tree


def check(root):
    problems = []
    kept = root / 'tests/data/golden/schema.sha256'
    if not kept.exists():
        return ['tests/data/golden/schema.sha256 is missing']
    for line in kept.read_text().split('\n'):
        if not line:
            continue
        expected, name = line.split('  ')
        path = root / 'resources/schema' / name
        if not path.exists():
            problems.append(f'resources/schema/{name}: a released schema file is gone')
        elif hashlib.sha256(path.read_bytes()).hexdigest() != expected:
            problems.append(f'resources/schema/{name}: a released schema file was changed; add a new numbered one')
    return problems


if __name__ == '__main__':
    tree.main(check)
