#include "ui/visit/historypane.h"

#include "ui/kit/button.h"
#include "ui/kit/text.h"
#include "ui/patient/illnessedit.h"
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

    m_known = new Pane(Token::Window, Qt::BottomEdge);
    auto *known = new QVBoxLayout(m_known);
    known->setContentsMargins(pageMargin, 8, panelPadding, 9);
    known->setSpacing(2);
    m_problems = new Label({}, TypeStyle::Small);
    m_problems->setObjectName(QStringLiteral("knownProblems"));
    m_family = new Label({}, TypeStyle::Caption, Token::Text2);
    m_family->setObjectName(QStringLiteral("knownFamily"));
    for (Label *label : {m_problems, m_family}) {
        label->setWordWrap(true);
        known->addWidget(label);
    }
    m_known->hide();
    box->addWidget(m_known);

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
    scroll->setWidget(ground);
    box->addWidget(scroll, 1);

    // The newest visit's words are followed by what was written then and the key that carries it over. These two keep
    // their place: a widget that changes its parent leaves the order of Tab.
    m_newest = new Pane(Token::Window, Qt::BottomEdge);
    auto *newest = new QVBoxLayout(m_newest);
    newest->setContentsMargins(0, 0, 0, 0);
    newest->setSpacing(0);
    m_words = new QVBoxLayout;
    newest->addLayout(m_words);
    auto *below = new QVBoxLayout;
    below->setContentsMargins(pageMargin, 0, panelPadding, 10);
    below->setSpacing(4);
    newest->addLayout(below);
    m_lastHistory = new Label({}, TypeStyle::Caption, Token::Text2);
    m_lastHistory->setObjectName(QStringLiteral("lastHistory"));
    m_lastHistory->setWordWrap(true);
    below->addWidget(m_lastHistory);
    m_carry = new Button(tr("Carry over"), ButtonKind::Plain);
    m_carry->setObjectName(QStringLiteral("carryOver"));
    m_carry->setControlSize(ButtonSize::Small);
    m_carry->setKeyCap(QStringLiteral("F7"));
    m_carry->setFocusPolicy(Qt::NoFocus); // F7 does it; Tab stays within the note
    below->addWidget(m_carry, 0, Qt::AlignLeft);
    m_newest->hide();
    m_list->insertWidget(0, m_newest);
    connect(m_carry, &Button::clicked, this, &HistoryPane::carryWanted);
}

QWidget *HistoryPane::entry(const VisitSummary &visit, bool newest) const
{
    auto *pane = new Pane(Token::Window, newest ? Qt::Edges() : Qt::Edges(Qt::BottomEdge));
    auto *box = new QVBoxLayout(pane);
    box->setContentsMargins(pageMargin, 9, panelPadding, 10);
    box->setSpacing(1);
    const QString day = dateText(visit.day);
    auto *when = new Label(tr("%1, visit %2").arg(day).arg(visit.ordinal), TypeStyle::Small, Token::Text2);
    dress(when, TypeStyle::Small, Token::Text2, QFont::Bold);
    when->setWordWrap(true);
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
    add(visit.treatment, TypeStyle::Caption, Token::Text2);
    add(visit.complaint, TypeStyle::Caption, Token::Text2);
    if (visit.status == RevisionStatus::Preliminary)
        add(tr("not signed"), TypeStyle::Caption, Token::GambogeText);
    return pane;
}

void HistoryPane::setKnown(const Catalog &catalog, const QList<Condition> &problems, const QList<FamilyHistory> &family)
{
    QStringList has;
    for (const Condition &problem : problems) {
        if (problem.status == ConditionStatus::Active)
            has << problemLine(catalog, problem);
    }
    QStringList runs;
    for (const FamilyHistory &one : family)
        runs << familyLine(catalog, one);
    const QString between = tr("; ", "between illnesses");
    m_problems->setText(has.isEmpty() ? QString() : tr("Problems: %1").arg(has.join(between)));
    m_family->setText(runs.isEmpty() ? QString() : tr("Family: %1").arg(runs.join(between)));
    m_problems->setVisible(!has.isEmpty());
    m_family->setVisible(!runs.isEmpty());
    m_known->setVisible(!has.isEmpty() || !runs.isEmpty());
}

void HistoryPane::setVisits(const QList<VisitSummary> &visits, const std::optional<VisitNote> &last)
{
    const auto empty = [](QVBoxLayout *list, int kept) {
        while (list->count() > kept) {
            QLayoutItem *item = list->takeAt(list->count() - 1);
            if (item->widget()) {
                item->widget()->hide();
                item->widget()->deleteLater();
            }
            delete item;
        }
    };
    empty(m_words, 0);
    empty(m_list, 1);
    m_count->setText(visits.isEmpty() ? tr("first visit") : tr("%n visit(s)", nullptr, int(visits.size())));
    for (qsizetype i = 0; i < visits.size(); ++i) {
        if (i == 0)
            m_words->addWidget(entry(visits.at(i), true));
        else
            m_list->addWidget(entry(visits.at(i), false));
    }
    m_list->addStretch(1);
    m_newest->setVisible(!visits.isEmpty());
    m_lastHistory->setText(last ? last->history : QString());
    m_lastHistory->setVisible(!m_lastHistory->text().isEmpty());
    m_carry->setVisible(last.has_value());
    m_carry->setEnabled(m_mayCarry);
}

void HistoryPane::setCarryEnabled(bool enabled)
{
    m_mayCarry = enabled;
    m_carry->setEnabled(enabled);
}

} // namespace xinglin::ui
