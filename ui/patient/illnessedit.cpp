#include "ui/patient/illnessedit.h"

#include "ui/kit/popuplist.h"
#include "ui/shell/notewords.h"
#include "ui/shell/patientwords.h"

#include <algorithm>

namespace xinglin::ui {

namespace {

constexpr int mostOffered = 8;
const QString codeField = QStringLiteral("code"); // of the draft: what the line stands for
const QString systemField = QStringLiteral("codeSystem");
const QString displayField = QStringLiteral("display");

} // namespace

IllnessEdit::IllnessEdit(std::shared_ptr<const Catalog> catalog, QWidget *parent)
    : QLineEdit(parent), m_catalog(std::move(catalog)), m_completion(new Completion(this))
{
    setPlaceholderText(tr("code, initials or name"));
    m_completion->setMinimumWidth(320);
    connect(m_completion, &Completion::queryChanged, this, [this](const QString &typed) {
        m_chosen = {DiagnosisKind::Disease, {}, {}, typed};
        propose(typed);
    });
    connect(m_completion, &Completion::taken, this, [this](const CompletionRow &row) {
        const QString id = row.data.toString();
        const Term *term = m_catalog->diagnosis.find(id);
        if (!term)
            term = m_catalog->western.find(id);
        if (!term)
            return;
        m_chosen = {DiagnosisKind::Disease, term->codeSystem, term->code, term->zh};
        setText(fullName(*term));
    });
}

DiagnosisEntry IllnessEdit::entry() const
{
    return m_chosen.code.isEmpty() ? DiagnosisEntry{DiagnosisKind::Disease, {}, {}, text()} : m_chosen;
}

bool IllnessEdit::isComposing() const
{
    return m_completion->isComposing();
}

QMap<QString, QString> IllnessEdit::fields() const
{
    return {{objectName(), text()},
            {codeField, m_chosen.code},
            {systemField, m_chosen.codeSystem},
            {displayField, m_chosen.display}};
}

void IllnessEdit::put(const QMap<QString, QString> &fields)
{
    setText(fields.value(objectName()));
    m_chosen = {DiagnosisKind::Disease, fields.value(systemField), fields.value(codeField), fields.value(displayField)};
}

void IllnessEdit::propose(const QString &typed)
{
    QList<CompletionRow> rows;
    bool exact = false;
    const auto offer = [&](const Vocabulary &vocabulary, const QString &group) {
        for (const Term &term : vocabulary.complete(typed, group, mostOffered / 2)) {
            CompletionRow row;
            row.primary = fullName(term);
            row.secondary = row.primary == term.zh ? QString() : term.zh;
            row.trailing = term.code;
            row.data = term.id;
            exact = exact || term.zh == typed;
            rows << row;
        }
    };
    // Codes like M54 are of the ICD-10, those of the standard have points after three signs: A04.
    offer(m_catalog->diagnosis, QStringLiteral("disease"));
    offer(m_catalog->western, {});
    const auto isExact = [&typed](const CompletionRow &row) {
        return row.trailing.compare(typed.trimmed(), Qt::CaseInsensitive) == 0;
    };
    std::stable_partition(rows.begin(), rows.end(), isExact);
    const bool letters = std::all_of(typed.begin(), typed.end(), [](QChar c) { return c.unicode() < 128; });
    m_completion->setEager(letters || exact);
    m_completion->setRows(rows);
}

const Term *illnessTerm(const Catalog &catalog, const QString &codeSystem, const QString &code)
{
    const Term *term = catalog.diagnosis.byCode(codeSystem, code);
    return term ? term : catalog.western.byCode(codeSystem, code);
}

QString illnessName(const Catalog &catalog, const QString &codeSystem, const QString &code, const QString &display)
{
    const Term *term = illnessTerm(catalog, codeSystem, code);
    return term && term->zh == display ? fullName(*term) : display;
}

QString problemLine(const Catalog &catalog, const Condition &problem)
{
    const ConditionDraft &content = problem.content;
    const QString name = illnessName(catalog, content.codeSystem, content.code, content.display);
    return content.onset ? IllnessEdit::tr("%1, since %2", "a problem, a date").arg(name, dateText(*content.onset))
                         : name;
}

QString familyLine(const Catalog &catalog, const FamilyHistory &history)
{
    const FamilyHistoryDraft &content = history.content;
    const QString line = IllnessEdit::tr("%1: %2", "a relative, their illness")
                             .arg(familyhistory::nameOf(content.relationship),
                                  illnessName(catalog, content.codeSystem, content.code, content.display));
    return content.onsetAge
               ? IllnessEdit::tr("%1, at %2", "an illness, an age in years").arg(line).arg(*content.onsetAge)
               : line;
}

} // namespace xinglin::ui
