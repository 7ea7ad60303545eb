#include "ui/treatment/pointfindings.h"

#include "ui/kit/findingcard.h"
#include "ui/kit/text.h"
#include "ui/treatment/treatmenttext.h"

#include <QVBoxLayout>

#include <utility>

namespace xinglin::ui {

namespace {
constexpr qsizetype mostRemedies = 3;
}

PointFindings::PointFindings(QWidget *parent)
    : QWidget(parent)
    , m_headline(new Label({}, TypeStyle::Heading))
    , m_counts(new Label({}, TypeStyle::Caption, Token::Text2))
    , m_scope(new Label({}, TypeStyle::Caption, Token::Text2))
    , m_box(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("pointFindings"));
    m_box->setContentsMargins(0, gapControls, 0, 0);
    m_box->setSpacing(4);
    m_headline->setObjectName(QStringLiteral("pointHeadline"));
    m_counts->setObjectName(QStringLiteral("pointCounts"));
    m_scope->setObjectName(QStringLiteral("pointScope"));
    for (Label *label : {m_headline, m_counts, m_scope}) {
        label->setWordWrap(true);
        m_box->addWidget(label);
    }
    hide();
}

void PointFindings::showResult(const points::PointResult &result, int all)
{
    if (m_result == result && m_all == all)
        return;
    m_result = result;
    m_all = all;
    rebuild();
}

void PointFindings::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    rebuild();
}

void PointFindings::rebuild()
{
    setVisible(m_all > 0);
    m_headline->setText(tr("%1 of %n point(s) looked at", nullptr, m_all).arg(m_result.scope.checked));
    int counts[3] = {};
    for (const points::PointFinding &finding : std::as_const(m_result.findings))
        ++counts[static_cast<int>(finding.severity)];
    m_counts->setText(tr("Stop %1, caution %2, note %3").arg(counts[0]).arg(counts[1]).arg(counts[2]));
    const QStringList scope = TreatmentText::scope(m_result.scope);
    m_scope->setText(scope.join(u'\n'));
    m_scope->setVisible(!scope.isEmpty());
    for (FindingCard *card : std::exchange(m_cards, {})) {
        card->hide();
        card->deleteLater();
    }
    for (const points::PointFinding &finding : std::as_const(m_result.findings)) {
        FindingText text;
        text.severity = TreatmentText::shownAs(finding.severity);
        text.kind = TreatmentText::kindName(finding.kind);
        text.subject = finding.names.join(QStringLiteral("、"));
        text.why = TreatmentText::message(finding);
        text.source = TreatmentText::source(finding);
        text.firstDigit = 0; // the digits are those of the herbs
        QStringList names;
        if (!m_readOnly && finding.severity != points::Severity::Note)
            names = finding.names.mid(0, mostRemedies);
        for (const QString &name : std::as_const(names))
            text.remedies << tr("Take out %1").arg(name);
        auto *card = new FindingCard(text);
        card->setObjectName(QStringLiteral("pointFinding%1").arg(m_cards.size()));
        connect(card, &FindingCard::remedyChosen, this,
                [this, names](int index) { emit removeWanted(names.value(index)); });
        m_box->addWidget(card);
        m_cards << card;
    }
}

} // namespace xinglin::ui
