#include "ui/visit/historypane.h"

#include "ui/kit/button.h"
#include "ui/kit/text.h"
#include "ui/shell/patientwords.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>

namespace xinglin::ui {

HistoryPane::HistoryPane(QWidget *parent) : Pane(Token::Window, Qt::RightEdge, parent)
{
    setObjectName(QStringLiteral("historyPane"));
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(0);
    auto *head = new Pane(Token::Window, Qt::BottomEdge);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(pageMargin, 9, panelPadding, 9);
    row->addWidget(new Label(tr("History"), TypeStyle::Heading), 1);
    m_count = new Label({}, TypeStyle::Caption, Token::Text2);
    m_count->setObjectName(QStringLiteral("historyCount"));
    row->addWidget(m_count);
    box->addWidget(head);

    auto *scroll = new QScrollArea;
    scroll->setObjectName(QStringLiteral("historyScroll"));
    scroll->setAccessibleName(tr("Earlier visits"));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->viewport()->setAutoFillBackground(false);
    auto *ground = new QWidget;
    ground->setAutoFillBackground(false);
    m_list = new QVBoxLayout(ground);
    m_list->setContentsMargins(0, 0, 0, 0);
    m_list->setSpacing(0);
    m_list->addStretch(1);
    scroll->setWidget(ground);
    box->addWidget(scroll, 1);

    m_lastHistory = new Label({}, TypeStyle::Caption, Token::Text2, this);
    m_lastHistory->setObjectName(QStringLiteral("lastHistory"));
    m_lastHistory->setWordWrap(true);
    m_lastHistory->hide();
    m_carry = new Button(tr("Carry over"), ButtonKind::Plain, this);
    m_carry->setObjectName(QStringLiteral("carryOver"));
    m_carry->setControlSize(ButtonSize::Small);
    m_carry->setKeyCap(QStringLiteral("F7"));
    m_carry->setFocusPolicy(Qt::NoFocus); // F7 does it; Tab stays within the note
    m_carry->hide();
    connect(m_carry, &Button::clicked, this, &HistoryPane::carryWanted);
}

QWidget *HistoryPane::entry(const VisitSummary &visit) const
{
    auto *pane = new Pane(Token::Window, Qt::BottomEdge);
    auto *box = new QVBoxLayout(pane);
    box->setContentsMargins(pageMargin, 9, panelPadding, 10);
    box->setSpacing(1);
    const QString day = dateText(visit.day);
    auto *when = new Label(tr("%1, visit %2").arg(day).arg(visit.ordinal), TypeStyle::Small, Token::Text2);
    dress(when, TypeStyle::Small, Token::Text2, QFont::Bold);
    box->addWidget(when);
    const auto add = [box](const std::optional<QString> &text, TypeStyle style, Token token) {
        if (!text || text->isEmpty())
            return;
        auto *label = new Label(*text, style, token);
        label->setWordWrap(true);
        box->addWidget(label);
    };
    add(visit.diagnosis, TypeStyle::Body, Token::Text);
    add(visit.prescription, TypeStyle::Caption, Token::Text2);
    add(visit.complaint, TypeStyle::Caption, Token::Text2);
    if (visit.status == RevisionStatus::Preliminary)
        add(tr("not signed"), TypeStyle::Caption, Token::GambogeText);
    return pane;
}

void HistoryPane::setVisits(const QList<VisitSummary> &visits, const std::optional<VisitNote> &last)
{
    m_carry->setParent(nullptr);
    m_lastHistory->setParent(nullptr);
    while (m_list->count() > 1) {
        QLayoutItem *item = m_list->takeAt(0);
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
    m_count->setText(visits.isEmpty() ? tr("first visit") : tr("%n visit(s)", nullptr, int(visits.size())));
    for (qsizetype i = 0; i < visits.size(); ++i) {
        QWidget *one = entry(visits.at(i));
        if (i == 0) {
            m_lastHistory->setText(last ? last->history : QString());
            one->layout()->addWidget(m_lastHistory);
            one->layout()->addWidget(m_carry);
            one->layout()->setAlignment(m_carry, Qt::AlignLeft);
        }
        m_list->insertWidget(int(i), one);
    }
    m_lastHistory->setVisible(!m_lastHistory->text().isEmpty() && !visits.isEmpty());
    m_carry->setVisible(!visits.isEmpty() && last);
    if (visits.isEmpty()) { // they wait here without a place
        m_carry->setParent(this);
        m_lastHistory->setParent(this);
        m_carry->hide();
        m_lastHistory->hide();
    }
    m_carry->setEnabled(m_mayCarry);
}

void HistoryPane::setCarryEnabled(bool enabled)
{
    m_mayCarry = enabled;
    m_carry->setEnabled(enabled);
}

} // namespace xinglin::ui
