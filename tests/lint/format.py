"""C++ is laid out by clang-format 14 and the .clang-format of the tree."""

import re
import shutil
import subprocess
from concurrent.futures import ThreadPoolExecutor

import tree


def formatter():
    """clang-format of version 14, or None: other versions lay out differently."""
    for name in ('clang-format-14', 'clang-format'):
        program = shutil.which(name)
        if program and re.search(r'version 14\.', subprocess.run([program, '--version'], capture_output=True,
                                                                 text=True, check=True).stdout):
            return program
    return None


def check(root):
    program = formatter()
    if program is None:
        return ['clang-format 14 is not installed']

    def badly_laid_out(path):
        run = subprocess.run([program, '--dry-run', '-Werror', '--style=file', str(path)], cwd=root,
                             capture_output=True, text=True, check=False)
        return None if run.returncode == 0 else (run.stderr.strip().splitlines() or ['?'])[0]

    with ThreadPoolExecutor(2) as pool:
        found = list(pool.map(badly_laid_out, tree.files(root, ('core', 'ui', 'app', 'tests'), tree.CPP)))
    return [problem for problem in found if problem]


if __name__ == '__main__':
    tree.main(check)
