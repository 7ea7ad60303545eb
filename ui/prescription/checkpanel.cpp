#include "ui/prescription/checkpanel.h"

#include "ui/kit/button.h"
#include "ui/kit/chipbar.h"
#include "ui/kit/findingcard.h"
#include "ui/kit/text.h"
#include "ui/prescription/reasonbox.h"
#include "ui/prescription/standingfindings.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QScrollArea>
#include <QScrollBar>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace xinglin::ui {

CheckPanel::CheckPanel(std::shared_ptr<const Catalog> catalog, QWidget *parent)
    : Pane(Token::Surface, Qt::LeftEdge, parent), m_catalog(std::move(catalog))
{
    setObjectName(QStringLiteral("checkPanel"));
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(panelPadding, 14, panelPadding, 12);
    box->setSpacing(gapControls);

    auto *head = new QHBoxLayout;
    head->setSpacing(12);
    m_small = new SafetyRing(64);
    m_small->setObjectName(QStringLiteral("safetyRing"));
    m_small->setAccessibleName(tr("Herbs checked"));
    m_ring = new SafetyRing(120);
    m_ring->setObjectName(QStringLiteral("safetyRingLarge"));
    m_ring->setAccessibleName(tr("Herbs checked"));
    m_ring->setCaption(tr("checked", "herbs, under the figure in the ring"));
    m_ring->hide();
    head->addWidget(m_small, 0, Qt::AlignTop);
    head->addWidget(m_ring, 0, Qt::AlignTop);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    m_headline = new Label({}, TypeStyle::Heading);
    m_headline->setObjectName(QStringLiteral("checkHeadline"));
    m_headline->setWordWrap(true);
    m_counts = new Label({}, TypeStyle::Caption, Token::Text2);
    m_counts->setObjectName(QStringLiteral("checkCounts"));
    m_counts->setWordWrap(true);
    words->addWidget(m_headline);
    words->addWidget(m_counts);
    m_elsewhere = new Label({}, TypeStyle::Caption, Token::CinnabarText);
    m_elsewhere->setObjectName(QStringLiteral("checkElsewhere"));
    m_elsewhere->setWordWrap(true);
    m_elsewhere->hide();
    words->addWidget(m_elsewhere);
    words->addStretch(1);
    head->addLayout(words, 1);
    box->addLayout(head);

    m_question = new QWidget;
    m_question->setObjectName(QStringLiteral("pregnancyQuestion"));
    auto *asked = new QVBoxLayout(m_question);
    asked->setContentsMargins(0, 0, 0, 0);
    asked->setSpacing(2);
    auto *question = new Label(tr("Is the patient pregnant? Please ask."), TypeStyle::Heading, Token::GambogeText);
    question->setWordWrap(true);
    asked->addWidget(question);
    m_answers = new ChipBar(tr("Pregnant"));
    m_answers->setObjectName(QStringLiteral("pregnancyAnswers"));
    m_answers->setMultiple(false);
    m_answers->setChips({{QStringLiteral("no"), tr("No"), QStringLiteral("n"), false, false},
                         {QStringLiteral("yes"), tr("Yes"), QStringLiteral("y"), false, false},
                         {QStringLiteral("unknown"), tr("Not known"), QStringLiteral("u"), false, false}});
    connect(m_answers, &ChipBar::changed, this, [this](const QStringList &chosen) {
        if (chosen.isEmpty())
            return;
        m_asked = true;
        if (chosen.first() == u"unknown")
            emit pregnancyAnswered({});
        else
            emit pregnancyAnswered(chosen.first() == u"yes");
    });
    asked->addWidget(m_answers);
    m_question->hide();
    box->addWidget(m_question);

    m_scope = new Label({}, TypeStyle::Caption, Token::Text2);
    m_scope->setObjectName(QStringLiteral("checkScope"));
    m_scope->setWordWrap(true);
    box->addWidget(m_scope);
    m_scroll = new QScrollArea;
    m_scroll->setObjectName(QStringLiteral("findingScroll"));
    m_scroll->setAccessibleName(tr("Findings"));
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->viewport()->setAutoFillBackground(false);
    auto *ground = new QWidget;
    ground->setAutoFillBackground(false);
    m_cardBox = new QVBoxLayout(ground);
    m_cardBox->setContentsMargins(0, 0, 0, 0);
    m_cardBox->setSpacing(gapControls);
    m_cardBox->addStretch(1);
    m_scroll->setWidget(ground);
    box->addWidget(m_scroll, 1);
    clear();
}

void CheckPanel::setLarge(bool large)
{
    m_small->setVisible(!large);
    m_ring->setVisible(large);
}

void CheckPanel::clear()
{
    m_draft = {};
    m_result = {};
    m_resume.clear();
    m_asked = m_asksElsewhere = false;
    m_elsewhere->hide();
    m_question->hide();
    m_answers->setSelected({});
    showRing();
    showScope();
    rebuildCards();
}

void CheckPanel::setApart(const QStringList &names)
{
    m_apart = names;
    showScope();
}

void CheckPanel::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    m_shown.clear();
    rebuildCards();
}

void CheckPanel::showResult(const PrescriptionDraft &draft, const consultation::PatientFacts &facts,
                            const safety::CheckResult &result)
{
    m_draft = draft;
    m_facts = facts;
    m_result = result;
    showRing();
    showScope();
    rebuildCards();
    showQuestion();
}

void CheckPanel::turn()
{
    const FindingOverride begun = m_reason ? reasonBegun() : FindingOverride();
    if (!begun.rule.isEmpty())
        resumeReason(begun);
    delete std::exchange(m_reason, nullptr);
    m_shown = {safety::Finding{}}; // no prescription's: the cards are made anew
}

void CheckPanel::setElsewhere(const QStringList &lines, bool asks)
{
    m_asksElsewhere = asks;
    showQuestion();
    m_elsewhere->setText(lines.join(u'\n'));
    m_elsewhere->setVisible(!lines.isEmpty());
}

void CheckPanel::resumeReason(const FindingOverride &begun)
{
    m_resume.removeIf([&](const FindingOverride &one) { return one.rule == begun.rule && one.herbs == begun.herbs; });
    if (!begun.rule.isEmpty())
        m_resume.prepend(begun);
}

void CheckPanel::addPart(QWidget *part)
{
    m_parts << part;
    m_cardBox->insertWidget(m_cardBox->count() - 1, part); // before the stretch
}

void CheckPanel::setAsksToo(bool asks)
{
    m_asksToo = asks;
    showQuestion();
}

void CheckPanel::showQuestion()
{
    const bool matters = m_asksToo || m_asksElsewhere || (m_result.scope.pregnancyUnknown && !m_draft.lines.isEmpty());
    m_question->setVisible(matters && !m_readOnly && !m_facts.pregnant && m_facts.sex != Sex::Male && !m_asked);
}

void CheckPanel::showFindings()
{
    m_scroll->verticalScrollBar()->setValue(0);
}

bool CheckPanel::mustBeSeen() const
{
    const QList<FindingCard *> cards = findChildren<FindingCard *>();
    return m_question->isVisibleTo(this) || m_elsewhere->isVisibleTo(this) ||
           std::any_of(cards.cbegin(), cards.cend(), [this](const FindingCard *card) {
               return card->isVisibleTo(this) && card->finding().severity != Severity::Note;
           });
}

int CheckPanel::openStops() const
{
    int open = 0;
    for (const safety::Finding &finding : m_result.findings)
        open += finding.severity == safety::Severity::Severe && !PrescriptionWords::overrideOf(finding, m_draft);
    return open;
}

void CheckPanel::showRing()
{
    QList<SafetyRing::Item> items;
    for (int i = 0; i < m_draft.lines.size(); ++i) {
        const bool known = i < m_result.resolved.size() && m_result.resolved.at(i).herb;
        SafetyRing::Item item = known ? SafetyRing::Item::Checked : SafetyRing::Item::Unchecked;
        for (auto finding = m_result.findings.rbegin(); known && finding != m_result.findings.rend(); ++finding) {
            if (finding->lines.contains(i))
                item = finding->severity == safety::Severity::Severe    ? SafetyRing::Item::Stop
                       : finding->severity == safety::Severity::Warning ? SafetyRing::Item::Caution
                                                                        : SafetyRing::Item::Note;
        }
        items << item;
    }
    m_small->setItems(items);
    m_ring->setItems(items);
}

void CheckPanel::showScope()
{
    const int all = int(m_draft.lines.size());
    QStringList scope;
    if (!m_apart.isEmpty())
        scope << tr("Not checked, kept apart: %1", "ready-made medicines")
                     .arg(m_apart.join(tr(", ", "between medicines")));
    if (all == 0) {
        m_headline->setText(m_apart.isEmpty() ? tr("Nothing to check yet") : tr("Nothing was checked"));
        m_counts->setText(tr("Each herb is checked as it is written."));
        m_scope->setText(scope.join(u'\n'));
        m_scope->setVisible(!scope.isEmpty());
        return;
    }
    m_headline->setText(tr("%1 of %n herb(s) checked", nullptr, all).arg(m_result.scope.checked));
    int counts[3] = {};
    for (const safety::Finding &finding : m_result.findings)
        ++counts[int(finding.severity)];
    m_counts->setText(tr("Stop %1, caution %2, note %3").arg(counts[0]).arg(counts[1]).arg(counts[2]) + u'\n' +
                      tr("Rules %1").arg(m_catalog->rulesVersion));
    scope = PrescriptionWords::scope(m_result.scope) + scope;
    m_scope->setText(scope.join(u'\n'));
    m_scope->setVisible(!scope.isEmpty());
}

void CheckPanel::rebuildCards()
{
    if (m_shown == m_result.findings && m_shownOverrides == m_draft.overrides)
        return;
    const bool hadFocus = isAncestorOf(focusWidget()) && focusWidget() && m_scroll->isAncestorOf(focusWidget());
    m_shown = m_result.findings;
    m_shownOverrides = m_draft.overrides;
    if (m_reason)
        m_reason->deleteLater();
    m_reason = nullptr;
    for (FindingCard *card : std::as_const(m_cards)) {
        card->hide();
        card->deleteLater();
    }
    m_cards.clear();
    int digit = 1;
    for (qsizetype i = 0; i < m_shown.size(); ++i) {
        const safety::Finding finding = m_shown.at(i);
        const QList<Remedy> remedies =
            m_readOnly ? QList<Remedy>() : PrescriptionWords::remedies(finding, m_draft, *m_catalog);
        FindingText text;
        text.severity = shownAs(finding.severity);
        text.kind = PrescriptionWords::kindName(finding.kind);
        text.subject = PrescriptionWords::herbsKey(finding);
        text.why = PrescriptionWords::message(finding);
        text.source = PrescriptionWords::source(finding);
        if (const FindingOverride *given = PrescriptionWords::overrideOf(finding, m_draft))
            text.source = tr("Signed again: %1").arg(given->reason);
        for (const Remedy &remedy : remedies)
            text.remedies << remedy.text;
        text.firstDigit = digit + int(remedies.size()) <= 10 ? digit : 0;
        digit += int(remedies.size());
        auto *card = new FindingCard(text);
        card->setObjectName(QStringLiteral("finding%1").arg(i));
        connect(card, &FindingCard::remedyChosen, this, [this, card, finding, remedies](int index) {
            const Remedy remedy = remedies.value(index);
            if (remedy.kind == Remedy::Kind::GiveReason)
                askReason(finding, card);
            else
                emit remedyChosen(remedy, finding);
        });
        m_cardBox->insertWidget(int(i), card);
        m_cards << card;
        const auto begun = std::find_if(m_resume.begin(), m_resume.end(), [&](const FindingOverride &one) {
            return one.rule == finding.rule && one.herbs == PrescriptionWords::herbsKey(finding);
        });
        if (begun != m_resume.end() && !m_readOnly && !m_reason) {
            const QString reason = begun->reason;
            m_resume.erase(begun);
            askReason(finding, card);
            m_reason->setReason(reason);
        }
    }
    if (hadFocus && !focusFirst())
        emit left();
}

void CheckPanel::askReason(const safety::Finding &finding, FindingCard *card)
{
    if (m_reason)
        m_reason->deleteLater();
    m_reason = new ReasonBox;
    m_reasonFor = {finding.rule, PrescriptionWords::herbsKey(finding), {}};
    connect(m_reason, &ReasonBox::edited, this, &CheckPanel::reasonEdited);
    connect(m_reason, &ReasonBox::given, this,
            [this, finding](const QString &reason) { emit reasonGiven(finding, reason); });
    connect(m_reason, &ReasonBox::cancelled, this, [this] {
        m_reason->deleteLater();
        m_reason = nullptr;
        focusFirst();
    });
    m_cardBox->insertWidget(int(m_cards.indexOf(card)) + 1, m_reason);
    m_reason->show();
    m_reason->setFocus(Qt::OtherFocusReason);
    // Once it has its place: the button at its end is to be seen too.
    QTimer::singleShot(0, m_reason, [this] { m_scroll->ensureWidgetVisible(m_reason, 0, gapControls); });
}

FindingOverride CheckPanel::reasonBegun() const
{
    if (!m_reason || m_reason->reason().isEmpty())
        return m_resume.value(0);
    FindingOverride begun = m_reasonFor;
    begun.reason = m_reason->reason();
    return begun;
}

bool CheckPanel::focusFirst()
{
    if (m_question->isVisibleTo(this)) {
        m_answers->setFocus(Qt::ShortcutFocusReason);
        return true;
    }
    for (FindingCard *card : std::as_const(m_cards)) {
        if (card->remedy(0)) {
            card->remedy(0)->setFocus(Qt::ShortcutFocusReason);
            m_scroll->ensureWidgetVisible(card);
            return true;
        }
    }
    QList<FindingCard *> further;
    for (QWidget *part : std::as_const(m_parts))
        further << part->findChildren<FindingCard *>();
    for (FindingCard *card : further) {
        if (card->isVisibleTo(this) && card->remedy(0)) {
            card->remedy(0)->setFocus(Qt::ShortcutFocusReason);
            m_scroll->ensureWidgetVisible(card);
            return true;
        }
    }
    return false;
}

bool CheckPanel::press(int digit)
{
    const QList<FindingCard *> cards = m_cards;
    for (FindingCard *card : cards) {
        if (card->press(digit))
            return true;
    }
    return false;
}

void CheckPanel::keyPressEvent(QKeyEvent *event)
{
    const int digit = event->key() - Qt::Key_0;
    if (digit >= 1 && digit <= 9 && !(event->modifiers() & ~Qt::KeypadModifier) && press(digit))
        return;
    if (event->key() == Qt::Key_Escape)
        emit left();
    else
        Pane::keyPressEvent(event);
}

} // namespace xinglin::ui
