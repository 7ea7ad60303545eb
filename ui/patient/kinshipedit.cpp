#include "ui/patient/kinshipedit.h"

#include "base/text/pinyin.h"
#include "clinic/patient/kinship.h"
#include "ui/kit/popuplist.h"

namespace xinglin::ui {

namespace {

/// Whether the letters or the word mean this relative: "fq", "father", "母".
bool means(const QString &name, const QString &typed)
{
    return name.startsWith(typed, Qt::CaseInsensitive) || termInitials(name).startsWith(typed, Qt::CaseInsensitive) ||
           name.contains(u' ' + typed, Qt::CaseInsensitive);
}

} // namespace

KinshipEdit::KinshipEdit(QWidget *parent) : QLineEdit(parent), m_words(new Completion(this))
{
    m_words->setMinimumWidth(200);
    connect(m_words, &Completion::queryChanged, this, &KinshipEdit::propose);
    connect(m_words, &Completion::taken, this, [this](const CompletionRow &row) { setText(row.primary); });
}

QString KinshipEdit::code() const
{
    const QString typed = text().trimmed();
    for (const QString &code : kinship::codes()) {
        if (kinship::nameOf(code).compare(typed, Qt::CaseInsensitive) == 0)
            return code;
    }
    return {};
}

void KinshipEdit::setCode(const QString &code)
{
    setText(code.isEmpty() ? QString() : kinship::nameOf(code));
}

bool KinshipEdit::isComposing() const
{
    return m_words->isComposing();
}

void KinshipEdit::propose(const QString &typed)
{
    QList<CompletionRow> rows;
    for (const QString &code : kinship::codes()) {
        const QString name = kinship::nameOf(code);
        if (!typed.trimmed().isEmpty() && means(name, typed.trimmed()))
            rows << CompletionRow{name, {}, {}, code};
    }
    m_words->setRows(rows);
}

} // namespace xinglin::ui
