#include "ui/settings/needsedit.h"

#include "ui/kit/chipbar.h"
#include "ui/kit/segment.h"
#include "ui/kit/stepper.h"
#include "ui/kit/text.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace xinglin::ui {

QString needsWords(const QList<ServiceNeed> &needs, const QList<Resource> &resources)
{
    QString words;
    for (const ServiceNeed &need : needs) {
        QString any;
        for (const ResourceId id : need.anyOf) {
            const auto found =
                std::find_if(resources.cbegin(), resources.cend(), [&](const Resource &one) { return one.id == id; });
            if (found == resources.cend())
                continue;
            const QString &name = found->content.name;
            any = any.isEmpty() ? name : NeedsEdit::tr("%1 or %2", "what can be booked").arg(any, name);
        }
        if (any.isEmpty())
            continue;
        if (need.units > 1)
            any = NeedsEdit::tr("%1 of %2", "number, what can be booked").arg(need.units).arg(any);
        words = words.isEmpty() ? any : NeedsEdit::tr("%1, and %2", "what is needed at once").arg(words, any);
    }
    return words;
}

NeedsEdit::NeedsEdit(QWidget *parent)
    : QWidget(parent)
    , m_needs(schedule::mostNeeds)
    , m_which(new Segment(tr("Which of the needs")))
    , m_anyOf(new ChipBar(tr("Any of these")))
    , m_units(new Stepper(tr("So many of its units")))
    , m_words(new Label(QString(), TypeStyle::Small, Token::Text2))
{
    m_which->setObjectName(QStringLiteral("needWhich"));
    m_which->setCells({tr("With"), tr("and"), tr("and"), tr("and")});
    m_anyOf->setObjectName(QStringLiteral("needAnyOf"));
    m_units->setObjectName(QStringLiteral("needUnits"));
    m_units->setRange(1, schedule::mostCapacity);
    m_words->setObjectName(QStringLiteral("needWords"));
    m_words->setWordWrap(true);
    auto *head = new QHBoxLayout;
    head->setSpacing(gapControls);
    head->addWidget(m_which);
    head->addStretch(1);
    head->addWidget(new Label(tr("Units"), TypeStyle::Small, Token::Text2));
    head->addWidget(m_units);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gapControls);
    column->addLayout(head);
    column->addWidget(m_anyOf);
    column->addWidget(m_words);
    setFocusProxy(m_which);
    connect(m_which, &Segment::chosen, this, &NeedsEdit::showNeed);
    connect(m_anyOf, &ChipBar::changed, this, &NeedsEdit::take);
    connect(m_units, &Stepper::valueChanged, this, [this](int units) {
        m_needs[m_which->current()].units = units;
        tell();
        emit edited();
    });
    tell();
}

void NeedsEdit::setResources(const QList<Resource> &resources)
{
    m_resources = resources;
    QList<ChipItem> chips;
    for (const Resource &one : m_resources)
        chips << ChipItem{one.id.toString(), one.content.name, {}};
    m_anyOf->setChips(chips);
    showNeed();
}

void NeedsEdit::setNeeds(const QList<ServiceNeed> &needs)
{
    m_needs = needs;
    m_needs.resize(schedule::mostNeeds);
    showNeed();
}

QList<ServiceNeed> NeedsEdit::needs() const
{
    QList<ServiceNeed> some = m_needs;
    some.removeIf([](const ServiceNeed &one) { return one.anyOf.isEmpty(); });
    return some;
}

void NeedsEdit::showNeed()
{
    const ServiceNeed &need = m_needs.at(m_which->current());
    QStringList ids;
    for (const ResourceId id : need.anyOf)
        ids << id.toString();
    m_anyOf->setSelected(ids);
    m_units->setValue(need.units);
    tell();
}

void NeedsEdit::take(const QStringList &chosen)
{
    QList<ResourceId> &anyOf = m_needs[m_which->current()].anyOf;
    anyOf.removeIf([&](ResourceId id) { return !chosen.contains(id.toString()); });
    for (const Resource &one : std::as_const(m_resources)) {
        if (chosen.contains(one.id.toString()) && !anyOf.contains(one.id))
            anyOf << one.id;
    }
    tell();
    emit edited();
}

void NeedsEdit::tell()
{
    const QString words = needsWords(needs(), m_resources);
    m_words->setText(words.isEmpty() ? tr("Choose with whom, where or with which device.") : words);
}

} // namespace xinglin::ui
