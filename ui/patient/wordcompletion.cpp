#include "ui/patient/wordcompletion.h"

#include "base/text/pinyin.h"
#include "base/text/searchkeys.h"
#include "ui/kit/popuplist.h"

#include <QLineEdit>

namespace xinglin::ui {

namespace {
constexpr qsizetype mostOffered = 10;
} // namespace

WordCompletion::WordCompletion(QLineEdit *editor)
    : QObject(editor), m_editor(editor), m_completion(new Completion(editor))
{
    m_completion->setEager(false);
    m_completion->setMinimumWidth(200);
    connect(m_completion, &Completion::queryChanged, this, &WordCompletion::propose);
    connect(m_completion, &Completion::taken, this,
            [this](const CompletionRow &row) { m_editor->setText(row.primary); });
}

void WordCompletion::propose(const QString &typed)
{
    const QString folded = normaliseName(typed);
    QList<CompletionRow> rows;
    for (const QString &word : std::as_const(m_words)) {
        const bool meant =
            normaliseName(word).contains(folded) || termInitials(word).startsWith(typed.trimmed(), Qt::CaseInsensitive);
        if (!folded.isEmpty() && meant && word != typed && rows.size() < mostOffered)
            rows << CompletionRow{word, {}, {}, word};
    }
    m_completion->setRows(rows);
}

} // namespace xinglin::ui
