"""The top level holds only the agreed names."""

import shutil
import subprocess

import tree

AGREED = {'CMakeLists.txt', 'CMakePresets.json', 'app', 'core', 'ui', 'resources', 'translations', 'installer', 'tests',
          'README.md', 'README.zh_CN.md', 'LICENSE', 'CONTRIBUTING.md'}
OF_THE_BUILD = {'build', 'CMakeUserPresets.json', 'compile_commands.json'}


def names(root):
    """What git knows of, or all that lies there if this is no checkout."""
    if shutil.which('git') and (root / '.git').exists():
        run = subprocess.run(['git', '-c', f'safe.directory={root}', 'ls-files', '-z'], cwd=root, capture_output=True,
                             text=True, check=True)
        return {path.split('/')[0] for path in run.stdout.split('\0') if path}
    return {entry.name for entry in root.iterdir()} - OF_THE_BUILD


def check(root):
    return [f'{name}: not an agreed name at the top level' for name in sorted(names(root))
            if name not in AGREED and not name.startswith('.')]


if __name__ == '__main__':
    tree.main(check)
