"""Patient-owned rows are reached through core/clinic/patient: only there does SQL compare a patient_id."""

import re

import tree

COMPARED = re.compile(r'\bpatient_id\s*(=|==|IS|IN)(?=\W|$)', re.IGNORECASE)
DOOR = ('core', 'clinic', 'patient')
# The audit log is the clinic's, not the patient's: nothing of it is hidden by merging or restricting them.
APART = ('core', 'access', 'auditlog.cpp')


def check(root):
    problems = []
    for path in tree.files(root, ('core', 'ui', 'app'), tree.CPP):
        if path.parts[:3] == DOOR or path.parts == APART:
            continue
        for line, text in tree.Source(tree.read(root, path)).literals:
            if COMPARED.search(text):
                problems.append(f'{path}:{line}: compares patient_id itself; ask clinic/patient: '
                                f'"{" ".join(text.split())[:70]}"')
    return problems


if __name__ == '__main__':
    tree.main(check)
