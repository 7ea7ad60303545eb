"""Every lint finds what it is for: a clean little tree passes, and each planted fault is named."""

import shutil
import sys
import tempfile
import unittest
from pathlib import Path

import accesstable
import format as layout
import layers
import length
import marks
import patientdoor
import schema
import screens
import scripts
import toplevel
import translations
import tree

HERE = Path(__file__).resolve().parent

CLEAN = {
    'core/base/id.h': '#pragma once\n',
    'core/clinic/patient/patient.cpp': '#include "base/id.h"\nauto a = "SELECT n FROM visit WHERE patient_id = ?";\n',
    'core/store/store.cpp': '#include "base/id.h"\n#include <sqlite3.h>\n',
    'ui/kit/page.cpp': '#include "base/id.h"\n\nQString title()\n{\n    return Page::tr("Patients");\n}\n',
    'app/desktop/main.cpp': 'int main()\n{\n    return app.exec();\n}\n',
    'tests/tools/look.sh': '#!/usr/bin/env bash\nset -euo pipefail\n',
}
TS = ('<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n<TS version="2.1" language="{language}">{contexts}</TS>\n')
PAGE = ('<context><name>Page</name><message><source>Patients</source>'
        '<translation>患者</translation></message></context>')


class Lints(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.root = Path(self.folder.name)
        (self.root / 'tests/lint').mkdir(parents=True)
        shutil.copy(HERE / 'layers.txt', self.root / 'tests/lint')
        shutil.copy(HERE.parents[1] / '.clang-format', self.root)
        for path, text in CLEAN.items():
            self.put(path, text)
        self.put('translations/xinglin_zh_CN.ts', TS.format(language='zh_CN', contexts=PAGE))
        self.put('translations/xinglin_en.ts', TS.format(language='en', contexts=''))

    def put(self, path, text):
        target = self.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding='utf-8')

    def found(self, lint, *words):
        problems = lint.check(self.root)
        for word in words:
            self.assertTrue(any(word in problem for problem in problems), f'{word!r} not in {problems}')
        return problems

    def test_everything_cleanTree_passes(self):
        for lint in (layers, layout, length, marks, patientdoor, screens, scripts, toplevel, translations):
            with self.subTest(lint=lint.__name__):
                self.assertEqual(lint.check(self.root), [])

    def test_schema_releasedFileChangedOrGone_isNamed(self):
        self.put('tests/data/golden/schema.sha256', '0' * 64 + '  0001_a.sql\n' + '0' * 64 + '  0002_b.sql\n')
        self.put('resources/schema/0001_a.sql', 'CREATE TABLE a(n);')
        self.found(schema, '0001_a.sql: a released schema file was changed', '0002_b.sql: a released schema file is gone')

    def test_layers_includePointsUp_isNamed(self):
        self.put('core/store/up.h', '#include "clinic/patient/patient.cpp"\n')
        self.found(layers, 'store may not include')

    def test_layers_enginesKnowEachOther_isNamed(self):
        self.put('core/engines/forms/form.h', '')
        self.put('core/engines/safety/check.h', '#include "engines/forms/form.h"\n')
        self.found(layers, 'engines/safety may not include')

    def test_layers_kitKnowsAClinicWord_isNamed(self):
        self.put('ui/kit/box.h', '#include "clinic/patient/patient.cpp"\n')
        self.found(layers, 'ui/kit may not include')

    def test_layers_circleInOneFolder_isNamed(self):
        self.put('core/base/one.h', '#include "two.h"\n')
        self.put('core/base/two.h', '#include "base/one.h"\n')
        self.found(layers, 'circle of includes')

    def test_layers_circleOfFolders_isNamed(self):
        self.put('ui/visit/a.h', '')
        self.put('ui/visit/b.h', '#include "ui/patient/a.h"\n')
        self.put('ui/patient/a.h', '')
        self.put('ui/patient/b.h', '#include "ui/visit/a.h"\n')
        self.found(layers, 'circle of folders')

    def test_layers_unknownFolder_isNamed(self):
        self.put('core/helpers/misc.h', '')
        self.found(layers, 'not in tests/lint/layers.txt')

    def test_layers_testsIncludedByProduct_isNamed(self):
        self.put('tests/support/clock.h', '')
        self.put('core/base/clock.cpp', '#include "support/clock.h"\n')
        self.found(layers, 'not part of the product')

    def test_layers_libraryOutsideItsFolder_isNamed(self):
        self.put('core/clinic/patient/x.cpp', '#include <sqlite3.h>\n')
        self.found(layers, 'may only be included in')

    def test_screens_sqlAcrossLines_isNamed(self):
        self.put('ui/visit/x.cpp', 'auto q = "DELETE "\n         "FROM visit";\n')
        self.found(screens, 'ui/visit/x.cpp:1: SQL')

    def test_screens_rawSql_isNamed(self):
        self.put('app/cli/x.cpp', 'auto q = R"(SELECT n\n FROM visit)";\n')
        self.found(screens, 'app/cli/x.cpp:1: SQL')

    def test_screens_waiting_isNamed(self):
        self.put('ui/visit/x.cpp', 'a.waitForFinished();\nqApp->processEvents();\ndialog->exec();\nf.result();\n')
        self.assertEqual(len(self.found(screens, ':1: waits', ':2: waits', ':3: waits', ':4: waits for a future')), 4)

    def test_screens_wordsInCommentsAndTexts_areNotCode(self):
        self.put('ui/visit/x.cpp', '// dialog->exec() would wait\nauto t = tr("Select a visit");\n')
        self.assertEqual(screens.check(self.root), [])

    def test_format_badLayout_isNamed(self):
        self.put('core/base/x.cpp', 'int  a ;\n')
        self.found(layout, 'core/base/x.cpp')

    def test_length_oneLineTooMany_isNamed(self):
        self.put('core/base/x.cpp', '\n' * 600)
        self.assertEqual(length.check(self.root), [])
        self.put('core/base/x.cpp', '\n' * 601)
        self.found(length, '601 lines')

    def test_patientDoor_comparedElsewhere_isNamed(self):
        self.put('core/clinic/record/x.cpp', 'auto a = u"SELECT n FROM visit"\n         " WHERE patient_id=?"_qs;\n')
        self.put('core/clinic/billing/x.cpp', 'auto a = "JOIN visit v ON v.patient_id IN (SELECT id FROM x)";\n')
        self.assertEqual(len(self.found(patientdoor, 'record/x.cpp', 'billing/x.cpp')), 2)

    def test_patientDoor_insertAndComment_pass(self):
        self.put('core/clinic/record/x.cpp', '// patient_id = ?\nauto a = "INSERT INTO visit(patient_id) VALUES(?)";\n')
        self.assertEqual(patientdoor.check(self.root), [])

    def test_accessTable_functionWithoutRow_isNamed(self):
        self.put('core/clinic/bed/beds.h', 'namespace xinglin::bed {\n\n'
                 'Result<Done> take(store::Transaction &tx, BedId id);\n'
                 'Result<int> count(\n    const store::Snapshot &view);\n'
                 '// Result<int> old(const store::Snapshot &view);\n\n}\n')
        self.put('tests/access/tst_permissions.cpp', 'const Row rows[] = {{"bed::take", "R"}, {"bed::lost", "R"}};\n')
        problems = self.found(accesstable, 'bed::count has no row', 'bed::lost is no function')
        self.assertFalse(any('bed::take' in problem or 'bed::old' in problem for problem in problems))

    def test_accessTable_patientFunctionWithoutEachPatient_isNamed(self):
        self.put('core/clinic/bed/beds.h', 'namespace xinglin::bed {\n'
                 'Result<Done> give(store::Transaction &tx, PatientId id);\n'
                 'Result<Done> keep(store::Transaction &tx, BedId bed,\n                  VisitId id);\n'
                 'void part(const store::Snapshot &view, PatientId id);\n'
                 'Result<Done> take(store::Transaction &tx, BedId id);\n}\n')
        self.put('tests/access/tst_permissions.cpp', 'const Row rows[] = {{"bed::take", "R"}, {"bed::give", "R"},\n'
                 '    {"bed::keep", "R"}, {"bed::part", "", {}}};\n')
        problems = self.found(accesstable, 'bed::give is about a patient', 'bed::keep is about a patient')
        self.assertFalse(any('bed::part' in problem or 'bed::take' in problem for problem in problems))
        self.put('tests/access/tst_permissions.cpp', 'const Row rows[] = {{"bed::take", "R"}, {"bed::part", "", {}}};\n')
        self.put('tests/access/matrix/patientrows.cpp', 'rows{{"bed::give", "R", "", ""}, {"bed::keep", "R", "", ""}};\n')
        self.assertFalse(any('bed::' in problem for problem in accesstable.check(self.root)))

    def test_marks_unfinishedAndSkipped_areNamed(self):
        self.put('core/base/x.cpp', '// TO' 'DO later\n')
        self.put('tests/base/x.cpp', 'Q' 'SKIP("no");\n')
        self.assertEqual(len(self.found(marks, 'core/base/x.cpp:1', 'tests/base/x.cpp:1')), 2)

    def test_marks_testThatIsNotBuilt_isNamed(self):
        self.put('tests/base/tst_x.cpp', 'QTEST_MAIN(X)\n')
        self.found(marks, 'tests/base/tst_x.cpp:1: no CMakeLists.txt')
        self.put('tests/base/CMakeLists.txt', 'xinglin_test(tst_x SOURCES tst_x.cpp)\n')
        self.assertEqual(marks.check(self.root), [])

    def test_topLevel_newName_isNamed(self):
        self.put('docs/x.md', '')
        self.found(toplevel, 'docs')

    def test_scripts_brokenOrCareless_isNamed(self):
        self.put('installer/x.sh', 'set -euo pipefail\nif true; then\n')
        self.put('installer/y.sh', 'echo hello\n')
        self.found(scripts, 'installer/x.sh', 'installer/y.sh: does not say')

    def test_translations_textNotTranslated_isNamed(self):
        self.put('ui/kit/new.cpp', 'QString text() { return Page::tr("Visits"); }\n')
        self.found(translations, 'not in the file')

    def test_translations_textNoLongerUsed_isNamed(self):
        self.put('ui/kit/page.cpp', '')
        self.found(translations, 'no longer in the source')

    def test_translations_unfinished_isNamed(self):
        text = PAGE.replace('<translation>患者', '<translation type="unfinished">')
        self.put('translations/xinglin_zh_CN.ts', TS.format(language='zh_CN', contexts=text))
        self.found(translations, 'zh_CN.ts: unfinished')
        self.put('translations/xinglin_zh_CN.ts', TS.format(language='zh_CN', contexts=PAGE.replace('患者', ' ')))
        self.found(translations, 'zh_CN.ts: no translation')

    def test_translations_lostPlace_isNamed(self):
        self.put('ui/kit/page.cpp', 'QString title() { return Page::tr("Patients of %1"); }\n')
        text = PAGE.replace('Patients', 'Patients of %1')
        self.put('translations/xinglin_zh_CN.ts', TS.format(language='zh_CN', contexts=text))
        self.found(translations, 'places differ')

    def test_translations_lostNumber_isNamed(self):
        self.put('ui/kit/more.cpp', 'QString more(int n) { return Page::tr("%n of %1 visit(s)", nullptr, n); }\n')
        text = PAGE.replace('<message>', '<message numerus="yes"><source>%n of %1 visit(s)</source><translation>'
                            '{forms}</translation></message><message>', 1)
        self.put('translations/xinglin_zh_CN.ts', TS.format(language='zh_CN', contexts=text.format(
            forms='<numerusform>共 %1 诊</numerusform>')))
        english = text.format(forms='<numerusform>One of %1 visits</numerusform><numerusform>{}</numerusform>')
        self.put('translations/xinglin_en.ts', TS.format(language='en', contexts=english.format('%1 visits')))
        self.found(translations, 'zh_CN.ts: places differ', 'en.ts: places differ: Page: "%n of %1 visit(s)" -> "%1')
        self.put('translations/xinglin_zh_CN.ts', TS.format(language='zh_CN', contexts=text.format(
            forms='<numerusform>%1 诊中的 %n 诊</numerusform>')))
        self.put('translations/xinglin_en.ts', TS.format(language='en', contexts=english.format('%n of %1 visits')))
        self.assertEqual([problem for problem in translations.check(self.root) if 'places differ' in problem], [])

    def test_translations_otherKey_isNamed(self):
        self.put('ui/kit/page.cpp', 'QString title() { return Page::tr("[Ctrl K] finds"); }\n')
        text = PAGE.replace('Patients', '[Ctrl K] finds').replace('患者', '按 [Ctrl P] 查找')
        self.put('translations/xinglin_zh_CN.ts', TS.format(language='zh_CN', contexts=text))
        self.found(translations, 'keys differ')

    def test_translations_englishPluralMissing_isNamed(self):
        self.put('ui/kit/more.cpp', 'QString more(int n) { return Page::tr("%n visit(s)", nullptr, n); }\n')
        self.found(translations, 'xinglin_en.ts: not in the file', 'xinglin_zh_CN.ts: not in the file')

    def test_source_charactersAndRawText_areTakenApart(self):
        source = tree.Source('int n = 1\'000; char q = \'"\'; auto a = R"x(one)" two)x"; // "three"\n')
        self.assertEqual([text for _, text in source.literals], ['one)" two'])


if __name__ == '__main__':
    unittest.main(argv=[sys.argv[0]])
