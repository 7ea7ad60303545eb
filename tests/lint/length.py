"""No source file of the product is longer than 600 lines: there is usually a second thing inside."""

import tree

LIMIT = 600


def check(root):
    problems = []
    for path in tree.files(root, ('core', 'ui', 'app'), tree.CPP):
        lines = len(tree.read(root, path).splitlines())
        if lines > LIMIT:
            problems.append(f'{path}: {lines} lines, more than {LIMIT}')
    return problems


if __name__ == '__main__':
    tree.main(check)
