"""Chinese is complete, English has its plurals, and both know every text of the source."""

import re
import shutil
import subprocess
import tempfile
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import tree

CHINESE = Path('translations/xinglin_zh_CN.ts')
ENGLISH = Path('translations/xinglin_en.ts')
PLACE = re.compile(r'%L?(?:\d{1,2}|n)')
KEY = re.compile(r'\[[^\]\n]+\]')


class Message:
    """One text of a .ts file."""

    def __init__(self, context, element):
        translation = element.find('translation')
        self.source = element.findtext('source') or ''
        self.key = (context, self.source, element.findtext('comment') or '')
        self.state = translation.get('type') if translation is not None else 'unfinished'
        self.plural = element.get('numerus') == 'yes'
        forms = [] if translation is None else translation.findall('numerusform') if self.plural else [translation]
        self.forms = [''.join(form.itertext()) for form in forms]

    def __str__(self):
        return f'{self.key[0]}: "{self.source[:60]}"'


def messages(path):
    for context in ElementTree.parse(path).getroot().findall('context'):
        for element in context.findall('message'):
            yield Message(context.findtext('name'), element)


def lupdate():
    """Qt 6's lupdate, or None."""
    for name in ('/usr/lib/qt6/bin/lupdate', 'lupdate6', 'lupdate-qt6', 'lupdate'):
        program = shutil.which(name)
        if program and ' 6.' in subprocess.run([program, '-version'], capture_output=True, text=True,
                                               check=False).stdout:
            return program
    return None


def complete(path, message, forms):
    """What is wrong with one message."""
    if message.state:
        yield f'{path}: {message.state}: {message}'
        return
    if len(message.forms) != forms or not all(form.strip() for form in message.forms):
        yield f'{path}: no translation: {message}'
        return
    for number, form in enumerate(message.forms, start=1):
        # English may say "a visit"; every other form shows the number.
        spared = {'%n'} if number < forms else set()
        if set(PLACE.findall(form)) - spared != set(PLACE.findall(message.source)) - spared:
            yield f'{path}: places differ: {message} -> "{form[:60]}"'
        if sorted(KEY.findall(form)) != sorted(KEY.findall(message.source)):
            yield f'{path}: keys differ: {message} -> "{form[:60]}"'


def check(root):
    problems = [f'{path}: is missing' for path in (CHINESE, ENGLISH) if not (root / path).is_file()]
    program = lupdate()
    if program is None:
        problems.append('lupdate of Qt 6 is not installed')
    if problems:
        return problems

    chinese, english = list(messages(root / CHINESE)), list(messages(root / ENGLISH))
    for message in chinese:
        problems += complete(CHINESE, message, 1)
    for message in english:
        problems += complete(ENGLISH, message, 2)

    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder, 'fresh_zh_CN.ts')
        run = subprocess.run([program, '-silent', '-locations', 'none', 'core', 'ui', 'app', '-I', '.', '-I', 'core', '-ts', str(fresh)],
                             cwd=root, capture_output=True, text=True, check=False)
        if run.returncode != 0:
            return problems + [f'lupdate failed: {run.stderr.strip()}']
        problems += [f'lupdate: {line}' for line in run.stderr.splitlines() if 'lacks Q_OBJECT' in line]
        source = {message.key: message for message in messages(fresh)}
    plurals = {key for key, message in source.items() if message.plural}
    for path, known, wanted in ((CHINESE, chinese, set(source)), (ENGLISH, english, plurals)):
        have = {message.key for message in known}
        problems += [f'{path}: not in the file (build the target update_translations): {source[key]}'
                     for key in sorted(wanted - have)]
        problems += [f'{path}: no longer in the source: {key[0]}: "{key[1][:60]}"' for key in sorted(have - wanted)]
    return problems


if __name__ == '__main__':
    tree.main(check)
