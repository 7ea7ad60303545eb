"""Includes point down the list in layers.txt and never round in a circle."""

import fnmatch
import re
from pathlib import Path, PurePosixPath

import tree

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*(?:"([^"]+)"|<([^>]+)>)', re.MULTILINE)


class Layers:
    """The rules of layers.txt."""

    def __init__(self, text):
        self.allowed = {}
        self.outside = []
        for line in text.splitlines():
            line = line.split('#')[0].strip()
            if not line:
                continue
            name, _, rest = line.partition(':')
            if ' only in' in name:
                self.outside.append((name.split(' only in')[0].strip('<>'), rest.split()))
            else:
                self.allowed[name.strip()] = rest.split()

    def rule(self, layer):
        """The line for a layer: its own, else the pattern it falls under."""
        if layer in self.allowed:
            return self.allowed[layer]
        return self.allowed.get(f'{layer.rpartition("/")[0]}/*')

    def layer_of(self, path):
        """The layer that a file belongs to, or None. Paths are relative to the root of the tree."""
        parts = path.parts[1:-1] if path.parts[0] == 'core' else path.parts[:-1]
        for length in range(len(parts), 0, -1):
            name = '/'.join(parts[:length])
            if name in self.allowed:
                return name
            if length >= 2 and f'{"/".join(parts[:length - 1])}/*' in self.allowed:
                return name
        return None

    def may(self, layer, other):
        return any(fnmatch.fnmatchcase(other, pattern) if pattern.endswith('/*') else other == pattern
                   for pattern in self.rule(layer))


def resolve(root, path, name):
    """The file of the tree that an include means, or None for one from outside or made by the build."""
    for base in (root / path.parent, root / 'core', root, root / 'tests'):
        target = base / name
        if target.is_file():
            target = target.resolve()
            return target.relative_to(root) if target.is_relative_to(root) else None
    return None


def circles(graph):
    """Every circle that a walk through the graph closes, as a list of names."""
    state, found = {}, []

    def walk(node, trail):
        state[node] = 'open'
        trail.append(node)
        for after in sorted(graph.get(node, ())):
            if state.get(after) == 'open':
                found.append(trail[trail.index(after):] + [after])
            elif after not in state:
                walk(after, trail)
        trail.pop()
        state[node] = 'done'

    for node in sorted(graph):
        if node not in state:
            walk(node, [])
    return found


def check(root):
    layers = Layers(tree.read(root, Path('tests/lint/layers.txt')))
    problems, by_file, by_folder = [], {}, {}
    for path in tree.files(root, ('core', 'ui', 'app'), tree.CPP):
        layer = layers.layer_of(path)
        if layer is None:
            problems.append(f'{path}: its folder is not in tests/lint/layers.txt')
            continue
        text = re.sub(r'/\*.*?\*/', lambda m: re.sub(r'[^\n]', ' ', m.group(0)), tree.read(root, path), flags=re.DOTALL)
        for match in INCLUDE.finditer(text):
            line = text.count('\n', 0, match.start()) + 1
            name = match.group(1) or match.group(2)
            target = resolve(root, path, name)
            if target is None:
                for pattern, folders in layers.outside:
                    if fnmatch.fnmatchcase(name, pattern) and layer not in folders:
                        problems.append(f'{path}:{line}: <{name}> may only be included in {" ".join(folders)}')
                continue
            if target.parts[0] not in ('core', 'ui', 'app'):
                problems.append(f'{path}:{line}: {target} is not part of the product')
                continue
            other = layers.layer_of(target)
            by_file.setdefault(str(PurePosixPath(path)), set()).add(str(PurePosixPath(target)))
            if other != layer and other is not None:
                by_folder.setdefault(layer, set()).add(other)
                if not layers.may(layer, other):
                    problems.append(f'{path}:{line}: {layer} may not include {name} ({other})')
    for circle in circles(by_file):
        problems.append('circle of includes: ' + ' -> '.join(circle))
    for circle in circles(by_folder):
        problems.append('circle of folders: ' + ' -> '.join(circle))
    return problems


if __name__ == '__main__':
    tree.main(check)
