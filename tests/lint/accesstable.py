"""Every public function that takes a transaction or a snapshot stands in the table of tests/access: tst_permissions.cpp
and matrix/. What is about a patient stands in matrix/patientrows.cpp, with an answer for each kind of patient."""

import re
from pathlib import Path

import tree

TABLE = Path('tests/access/tst_permissions.cpp')
MATRIX = Path('tests/access/matrix')
FOLDERS = ('core/access', 'core/clinic')
NAMESPACE = re.compile(r'\bnamespace\s+(?:xinglin(?:::(\w+))?)\s*\{')
FUNCTION = re.compile(r'\b(\w+)\s*\(\s*(?:const\s+)?store::(?:Transaction|Snapshot)\s*&')
# A patient's id, or that of a thing that belongs to one.
OWNED = re.compile(r'[(,]\s*(?:const\s+)?(?:Patient|Visit|Revision|Prescription|Allergy|Assessment|Treatment|TreatmentSession)Id\b')
ROW = re.compile(r'\{\s*"(\w+::\w+)"')
PART = re.compile(r'\{\s*"(\w+::\w+)",\s*"",')
# The gate itself, what runs past it inside every commit, and what only notes a look.
APART = {
    'access::rolesOf', 'access::require', 'access::allows', 'access::rightsOf', 'access::footing',
    'access::forgetFooting', 'patient::requireSearch', 'patient::requireShared', 'patient::sharesWith',
    'patient::shared',
    # Past the gate by themselves: a mask, a number of the log, a number as it is written.
    'patient::ask', 'patient::applyMasks', 'patient::revisionOf', 'patient::wholeNumber',
    'patient::joinNotes', 'patient::partNotes',
    'duplicates::follow', 'duplicates::rebuild', 'duplicates::alikeTo', 'patient::followKeys', 'patient::rebuildKeys', 'record::followRank',
    'patient::noteSearch', 'segment::noteLook', 'segment::noteCount',
    # What the day plans and lists of appointments are made of, after they have asked.
    'schedule::takenBetween',
    # A bare yes or no, so that those who may not read treatments do not drop them.
    'treatment::hasTreatments',
    # Anybody may know whether the clinic is for practice.
    'access::isTraining', 'access::mayLeave', 'access::leavingPath',
    # What works on a record that somebody else has asked permission for; the gate hides what they may not read.
    'changes::sentences', 'changes::nameOfPatient', 'changes::relationLines', 'changes::tagLines', 'changes::rowsOfPatient',
    'changes::contactSentences', 'changes::contactRowsOf', 'changes::scheduleSentences', 'changes::scheduleRowsOf',
    'takeback::undoing', 'takeback::patientOf', 'takeback::isAboutMany', 'takeback::scheduleObstacle',
    'takeback::restoreSchedule', 'takeback::timeText', 'takeback::changedAgain', 'takeback::changedSince',
    'takeback::setColumn', 'takeback::restoreRow',
    'changes::queueSentences',
    # Asked by every role in tests/clinic/tst_journal.cpp: each time it needs another act to take back.
    'journal::takeBack',
    # Of the queue: into the audit log; what stands in the way of an undo, asked by takeback.cpp for who may run it.
    'queue::noteTicket', 'queue::backObstacle',
    # What one person has typed, whatever their role; tests/access/tst_drafts.cpp asks them for each.
    'drafts::save', 'drafts::settle', 'drafts::setAside', 'drafts::find', 'drafts::mine', 'drafts::count',
    'unfinished::list',
}


# What the functions of a noun share, and nobody else may include: they have asked.
WITHIN = ('core/clinic/schedule/claims.h', 'core/clinic/schedule/freesearch.h')
# Beside their own folder, what tells and takes back the noun's acts, which has asked too.
GUESTS = ('core/clinic/changesofschedule.cpp', 'core/clinic/takebackofschedule.cpp')


def declared(root):
    """Names of the functions by the header that declares them."""
    found = {}
    for path in tree.files(root, FOLDERS, ('.h',)):
        if str(path) in WITHIN:
            continue
        code = tree.Source(tree.read(root, path)).code
        space = ''
        for match in re.finditer(f'{NAMESPACE.pattern}|{FUNCTION.pattern}', code):
            if match.group(2) is None:
                space = match.group(1) or ''
            elif match.group(2) not in ('f', 'F', 'operator'):
                found.setdefault(f'{space}::{match.group(2)}', path)
    return found


def about_patients(root):
    """Names of those that are given the id of a patient or of something of theirs."""
    found = set()
    for path in tree.files(root, FOLDERS, ('.h',)):
        code = tree.Source(tree.read(root, path)).code
        space = ''
        for match in re.finditer(f'{NAMESPACE.pattern}|{FUNCTION.pattern}', code):
            if match.group(2) is None:
                space = match.group(1) or ''
            elif OWNED.search(code[match.end():code.index(';', match.end())]):
                found.add(f'{space}::{match.group(2)}')
    return found


def check(root):
    paths = [TABLE] + [path for path in tree.files(root, (str(MATRIX),), ('.cpp',))]
    rows = [name for path in paths for name in ROW.findall(tree.read(root, path))]
    known = declared(root)
    # A part opens nothing itself: nobody may call it alone, whoever the patient is.
    parts = {name for path in paths for name in PART.findall(tree.read(root, path))}
    asked = set(ROW.findall(tree.read(root, MATRIX / 'patientrows.cpp'))) if (root / MATRIX).exists() else set()
    problems = [f'{path}: {name} has no row in {TABLE}' for name, path in sorted(known.items())
                if name not in rows and name not in APART]
    problems += [f'{known[name]}: {name} is about a patient and has no row in {MATRIX}/patientrows.cpp'
                 for name in sorted(about_patients(root) & set(known)) if name not in asked | parts | APART]
    problems += [f'{TABLE}: {name} is no function of {" or ".join(FOLDERS)}' for name in rows if name not in known]
    problems += [f'{TABLE}: {name} stands there twice' for name in sorted(set(rows)) if rows.count(name) > 1]
    for path in tree.files(root, ('core', 'ui', 'app'), ('.h', '.cpp')):
        text = tree.read(root, path)
        problems += [f'{path}: includes {header}, which is for its own folder' for header in WITHIN
                     if f'"{header.removeprefix("core/")}"' in text and str(path) not in GUESTS
                     and str(Path(path).parent) != str(Path(header).parent)]
    problems += [f'tests/lint/accesstable.py: {name} is gone' for name in sorted(APART - set(known))]
    return problems


if __name__ == '__main__':
    tree.main(check)
