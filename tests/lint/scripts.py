"""Shell scripts can be parsed and end at the first error."""

import subprocess
from pathlib import Path

import tree

NO_SUFFIX = (Path('.ci/run'), Path('tests/tools/hooks/pre-commit'))
SOURCED = (Path('installer/common.sh'),)


def check(root):
    problems = []
    paths = tree.files(root, ('installer', 'tests', 'app', 'core', 'ui', 'resources'), ('.sh',))
    for path in paths + [path for path in NO_SUFFIX if (root / path).exists()]:
        run = subprocess.run(['bash', '-n', str(root / path)], capture_output=True, text=True, check=False)
        if run.returncode != 0:
            problems.append(f'{path}: {run.stderr.strip()}')
        if path not in SOURCED and 'set -euo pipefail' not in tree.read(root, path):
            problems.append(f'{path}: does not say set -euo pipefail')
    return problems


if __name__ == '__main__':
    tree.main(check)
