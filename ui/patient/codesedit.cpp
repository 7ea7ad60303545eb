#include "ui/patient/codesedit.h"

#include "ui/kit/chipbar.h"
#include "ui/kit/theme.h"

#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace xinglin::ui {

CodesEdit::CodesEdit(const QString &accessibleName, QWidget *parent)
    : QWidget(parent), m_chips(new ChipBar(accessibleName)), m_line(new QLineEdit), m_completion(new Completion(m_line))
{
    m_line->setAccessibleName(accessibleName);
    m_line->setPlaceholderText(tr("initials or name"));
    m_line->hide();
    m_chips->setLarge(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_line);
    column->addWidget(m_chips);
    setPart(0);
    connect(m_completion, &Completion::queryChanged, this, &CodesEdit::asked);
    connect(m_completion, &Completion::taken, this, [this](const CompletionRow &row) {
        m_line->clear();
        QList<ChipItem> chips = m_chips->chips();
        const QString code = row.data.toString();
        if (std::none_of(chips.cbegin(), chips.cend(), [&](const ChipItem &one) { return one.id == code; }))
            chips << ChipItem{code, row.primary, {}, true};
        m_chips->setChips(chips);
        m_chips->show();
        emit changed();
    });
    connect(m_chips, &ChipBar::changed, this, [this] {
        if (m_typing) {
            QList<ChipItem> chips = m_chips->chips();
            chips.removeIf([](const ChipItem &one) { return !one.on; });
            m_chips->setChips(chips);
            m_chips->setVisible(!chips.isEmpty());
            if (chips.isEmpty())
                m_line->setFocus();
        }
        emit changed();
    });
}

void CodesEdit::setPart(int number)
{
    m_line->setObjectName(QStringLiteral("segmentCode%1").arg(number));
    m_chips->setObjectName(QStringLiteral("segmentCodes%1").arg(number));
}

void CodesEdit::offer(const QList<segment::Choice> &all)
{
    m_typing = false;
    m_line->hide();
    QList<ChipItem> chips;
    for (const segment::Choice &one : all)
        chips << ChipItem{one.code, one.name, {}};
    m_chips->setChips(chips);
    m_chips->setVisible(!chips.isEmpty());
    setFocusProxy(m_chips);
}

void CodesEdit::offerTyping()
{
    m_typing = true;
    m_line->clear();
    m_line->show();
    m_chips->setChips({});
    m_chips->hide();
    setFocusProxy(m_line);
}

void CodesEdit::propose(const QList<CompletionRow> &rows)
{
    m_completion->setRows(rows);
}

QStringList CodesEdit::codes() const
{
    return m_chips->selected();
}

void CodesEdit::setCodes(const QList<segment::Choice> &chosen)
{
    QList<ChipItem> chips;
    if (!m_typing) {
        chips = m_chips->chips();
        for (ChipItem &chip : chips)
            chip.on = false;
    }
    for (const segment::Choice &one : chosen) {
        const auto known =
            std::find_if(chips.begin(), chips.end(), [&](const ChipItem &chip) { return chip.id == one.code; });
        if (known != chips.end())
            known->on = true;
        else
            chips << ChipItem{one.code, one.name, {}, true}; // also one that is offered no more
    }
    m_chips->setChips(chips);
    m_chips->setVisible(!chips.isEmpty());
}

bool CodesEdit::isComposing() const
{
    return m_completion->isComposing();
}

} // namespace xinglin::ui
