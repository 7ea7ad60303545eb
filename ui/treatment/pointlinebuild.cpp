#include "ui/treatment/pointline.h"

#include "ui/kit/button.h"
#include "ui/kit/chipbar.h"
#include "ui/kit/flowlayout.h"
#include "ui/kit/numberunit.h"
#include "ui/kit/popuplist.h"
#include "ui/kit/text.h"
#include "ui/treatment/pointchips.h"
#include "ui/treatment/treatmenttext.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace xinglin::ui {

namespace {

ChipItem techniqueChip(Technique technique)
{
    return {toText(technique), treatment::techniqueWord(technique), QString(letterOf(technique)), false, false};
}

std::optional<int> numberIn(const NumberUnit &field)
{
    const auto value = field.scaled();
    return value ? std::optional(static_cast<int>(*value)) : std::nullopt;
}

} // namespace

PointLine::PointLine(std::shared_ptr<const Catalog> catalog, QWidget *parent)
    : QWidget(parent), m_catalog(std::move(catalog))
{
    setObjectName(QStringLiteral("pointLine"));
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(4);
    buildLine(box);
    buildChoosers(box);
    buildNumbers(box);
    setFocusProxy(m_edit);
    setDraft({});
}

PointLine::~PointLine()
{
    // A field that has the focus tells of leaving it; that must reach a widget that is still whole, and change nothing.
    m_edit->removeEventFilter(this);
    hide();
}

void PointLine::buildLine(QVBoxLayout *box)
{
    m_chips = new PointChips;
    connect(m_chips, &PointChips::pressed, this, [this](int index) {
        if (m_readOnly)
            return;
        m_edit->setFocus(Qt::MouseFocusReason);
        m_digits.clear();
        m_chips->setCurrent(index);
        showAll();
    });
    box->addWidget(m_chips);
    m_edit = new QLineEdit;
    m_edit->setObjectName(QStringLiteral("pointEdit"));
    m_edit->setAccessibleName(tr("Points"));
    m_edit->setPlaceholderText(tr("Points and minutes: sm ng zslw 25"));
    m_completion = new Completion(m_edit);
    m_completion->setMinimumWidth(420);
    m_completion->setTabTakes(false); // Tab is taken here
    connect(m_completion, &Completion::queryChanged, this, &PointLine::ask);
    connect(m_completion, &Completion::taken, this, [this](const CompletionRow &row) {
        if (const int index = row.data.toInt(); index >= 0 && index < m_choices.size())
            take(m_choices.at(index));
    });
    m_edit->installEventFilter(this);
    box->addWidget(m_edit);
    m_hint = new Label({}, TypeStyle::Caption, Token::Text2);
    m_hint->setObjectName(QStringLiteral("pointHint"));
    m_hint->setWordWrap(true);
    box->addWidget(m_hint);
}

void PointLine::buildChoosers(QVBoxLayout *box)
{
    m_choosers = new QWidget;
    auto *row = new QHBoxLayout(m_choosers);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(gapGroups);
    const auto bar = [&](const QString &label, const QString &name, const QList<ChipItem> &chips) {
        auto *one = new ChipBar(label);
        one->setObjectName(name);
        one->setMultiple(false);
        one->setChips(chips);
        one->setFocusPolicy(Qt::NoFocus); // letters do it in the line; this is for the mouse
        row->addWidget(one);
        return one;
    };
    QList<ChipItem> sides;
    for (const points::Side side : {points::Side::Left, points::Side::Right, points::Side::Both})
        sides << ChipItem{toText(side), treatment::sideWord(side), QString(letterOf(side)), false, false};
    m_sides = bar(tr("Side of the point"), QStringLiteral("pointSides"), sides);
    QList<ChipItem> techniques;
    for (const Technique technique : {Technique::Even, Technique::Reinforcing, Technique::Reducing,
                                      Technique::WarmNeedle, Technique::Electro, Technique::Prick, Technique::Moxa})
        techniques << techniqueChip(technique);
    m_techniques = bar(tr("Technique of the point"), QStringLiteral("pointTechniques"), techniques);
    row->setStretch(1, 1);
    connect(m_sides, &ChipBar::changed, this, [this](const QStringList &chosen) {
        changeCurrent([&](TreatmentPoint &point) {
            const points::AcuPoint *known = m_catalog->points.find(point.point);
            if (!known || !known->onlySide)
                point.side = chosen.isEmpty() ? points::Side::Both : sideFrom(chosen.first());
        });
    });
    connect(m_techniques, &ChipBar::changed, this, [this](const QStringList &chosen) {
        changeCurrent([&](TreatmentPoint &point) { point.technique = techniqueFrom(chosen.value(0)); });
    });
    m_choosers->hide();
    box->addWidget(m_choosers);
}

void PointLine::buildNumbers(QVBoxLayout *box)
{
    auto *numbers = new QWidget;
    auto *row = new FlowLayout(gapControls, 4, numbers);
    row->setContentsMargins(0, 3, 0, 3); // room for a button's focus ring
    m_overall = new ChipBar(tr("Technique of all points"));
    m_overall->setObjectName(QStringLiteral("pointTechnique"));
    m_overall->setMultiple(false);
    QList<ChipItem> techniques;
    for (const Technique technique :
         {Technique::Even, Technique::Reinforcing, Technique::Reducing, Technique::WarmNeedle, Technique::Electro})
        techniques << techniqueChip(technique);
    m_overall->setChips(techniques);
    connect(m_overall, &ChipBar::changed, this,
            [this](const QStringList &chosen) { setOverall(techniqueFrom(chosen.value(0))); });
    row->addWidget(m_overall);
    const auto number = [&](const QString &label, const QString &name, const QString &unit, auto put) {
        auto *pair = new QWidget;
        auto *line = new QHBoxLayout(pair);
        line->setContentsMargins(0, 0, 0, 0);
        line->setSpacing(4);
        auto *caption = new Label(label, TypeStyle::Small, Token::Text2);
        auto *field = new NumberUnit(unit);
        field->setObjectName(name);
        field->setAccessibleName(label);
        field->setFixedWidth(Theme::of(this).scaled(76));
        caption->setBuddy(field);
        line->addWidget(caption);
        line->addWidget(field);
        connect(field, &QLineEdit::textEdited, this, [this, field, put] {
            put(numberIn(*field));
            edited();
        });
        connect(field, &QLineEdit::editingFinished, this, &PointLine::showAll);
        row->addWidget(pair);
        return field;
    };
    m_minutes = number(tr("Stay"), QStringLiteral("pointMinutes"), tr("min"),
                       [this](std::optional<int> value) { m_draft.minutes = value; });
    m_needles = number(tr("Needles"), QStringLiteral("pointNeedles"), {}, [this](std::optional<int> value) {
        m_draft.needles.reset();
        if (value && *value != m_draft.needleCount())
            m_draft.needles = value;
    });
    m_sessions = number(tr("Sessions"), QStringLiteral("pointSessions"), {},
                        [this](std::optional<int> value) { m_draft.sessions = value.value_or(1); });
    m_perWeek = number(tr("a week"), QStringLiteral("pointPerWeek"), {},
                       [this](std::optional<int> value) { m_draft.perWeek = value; });
    m_lastButton = new Button(tr("Last one"));
    m_lastButton->setObjectName(QStringLiteral("pointLast"));
    m_lastButton->setControlSize(ButtonSize::Small);
    m_lastButton->setKeyCap(QStringLiteral("Ctrl L"));
    m_lastButton->setFocusPolicy(Qt::NoFocus);
    connect(m_lastButton, &Button::clicked, this, &PointLine::takeLast);
    row->addWidget(m_lastButton);
    m_groupButton = new Button(tr("Groups"));
    m_groupButton->setObjectName(QStringLiteral("pointGroups"));
    m_groupButton->setControlSize(ButtonSize::Small);
    m_groupButton->setKeyCap(QStringLiteral("Ctrl G"));
    m_groupButton->setFocusPolicy(Qt::NoFocus);
    connect(m_groupButton, &Button::clicked, this, &PointLine::groupsWanted);
    row->addWidget(m_groupButton);
    box->addWidget(numbers);
}

} // namespace xinglin::ui
