#include "ui/interchange/columnstep.h"

#include "ui/interchange/importwords.h"
#include "ui/interchange/workbar.h"
#include "ui/kit/field.h"
#include "ui/kit/messagestrip.h"
#include "ui/kit/text.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QScrollArea>
#include <QVBoxLayout>
#include <QWheelEvent>

namespace xinglin::ui {

namespace {

using interop::DateOrder;
using interop::Mapping;
using interop::Target;

constexpr int unused = -1;
constexpr int shownExamples = 3;
constexpr int nameWidth = 190;
constexpr int targetWidth = 210;
constexpr int orderWidth = 170;
constexpr int countryWidth = 96;

bool isDate(Target target)
{
    return target == Target::BirthDate || target == Target::Day;
}

/// A combo that the wheel does not change while the page is scrolled.
class QuietCombo : public QComboBox
{
public:
    QuietCombo() { setFocusPolicy(Qt::StrongFocus); }

protected:
    void wheelEvent(QWheelEvent *event) override { event->ignore(); }
};

} // namespace

ColumnStep::ColumnStep(ImportCourse &course, QWidget *parent)
    : QWidget(parent)
    , m_course(course)
    , m_strip(new MessageStrip)
    , m_remembered(new Label(QString(), TypeStyle::Small, Token::Text2))
    , m_country(new QLineEdit)
    , m_scroll(new QScrollArea)
{
    m_strip->setObjectName(QStringLiteral("columnStrip"));
    m_remembered->setObjectName(QStringLiteral("columnsRemembered"));
    m_remembered->setWordWrap(true);
    m_country->setObjectName(QStringLiteral("importCountry"));
    m_country->setMaximumWidth(Theme::of(this).scaled(countryWidth));
    m_scroll->setObjectName(QStringLiteral("importColumns"));
    m_scroll->setAccessibleName(tr("Columns of the file"));
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setGround(m_scroll->viewport(), Token::Surface);
    auto *country = new Field(tr("Country code of telephones without one"), m_country);
    country->setReserve(false);
    auto *head = new QHBoxLayout;
    head->setSpacing(gapGroups);
    head->addWidget(m_remembered, 1, Qt::AlignBottom);
    head->addWidget(country);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(ringMargin, ringMargin, ringMargin, ringMargin);
    column->setSpacing(gapControls);
    column->addWidget(m_strip);
    column->addWidget(m_scroll, 1);
    column->addLayout(head);
    connect(m_country, &QLineEdit::textEdited, this, [this](const QString &typed) {
        if (!m_course.looked())
            return;
        Mapping mapping = m_course.looked()->spec.mapping;
        mapping.countryCode = typed.trimmed();
        if (mapping.countryCode.startsWith(u'+'))
            mapping.countryCode.remove(0, 1);
        m_course.setMapping(mapping);
    });
    connect(&m_course, &ImportCourse::lookedAt, this, &ColumnStep::show);
}

void ColumnStep::begin()
{
    if (m_lines.isEmpty())
        return;
    // Where something is missing, work begins there.
    const auto open = std::find_if(m_lines.cbegin(), m_lines.cend(), [](const Line &line) {
        return !line.order->isHidden() && line.order->currentData().toInt() == unused;
    });
    (open == m_lines.cend() ? m_lines.constFirst().target : open->order)->setFocus(Qt::OtherFocusReason);
}

QStringList ColumnStep::valuesOf(int number) const
{
    QStringList values;
    for (const QStringList &row : m_course.looked()->rows) {
        if (const QString value = row.value(number).simplified(); !value.isEmpty())
            values << value;
    }
    return values;
}

void ColumnStep::show()
{
    const auto &looked = m_course.looked();
    if (!looked)
        return;
    m_lines.clear();
    m_body = new QWidget;
    m_body->setAutoFillBackground(false);
    m_grid = new QGridLayout(m_body);
    m_grid->setContentsMargins(panelPadding, gapControls, panelPadding, gapControls);
    m_grid->setHorizontalSpacing(gapGroups);
    m_grid->setVerticalSpacing(4);
    const Theme &theme = Theme::of(this);
    const QStringList heads{tr("Column of the file"), tr("For example"), tr("is"), tr("Order of the dates")};
    for (int i = 0; i < heads.size(); ++i)
        m_grid->addWidget(new Label(heads[i], TypeStyle::Caption, Token::Text2), 0, i);
    m_grid->setColumnMinimumWidth(0, theme.scaled(nameWidth));
    m_grid->setColumnStretch(1, 1);
    m_grid->setColumnMinimumWidth(3, theme.scaled(orderWidth));
    for (int i = 0; i < looked->header.size(); ++i)
        addLine(i, looked->header[i], valuesOf(i));
    m_grid->setRowStretch(static_cast<int>(looked->header.size()) + 1, 1);
    m_scroll->setWidget(m_body);
    m_country->setText(looked->spec.mapping.countryCode);
    m_remembered->setText(
        looked->remembered
            ? tr("A file with these columns came before: they are understood as then.")
            : tr("What a column is was guessed by its name and by what stands in it. It is kept for the next time."));
    take();
}

void ColumnStep::addLine(int number, const QString &column, const QStringList &values)
{
    const Theme &theme = Theme::of(this);
    const Mapping &mapping = m_course.looked()->spec.mapping;
    auto *title = new Label(column, TypeStyle::Body);
    dress(title, TypeStyle::Body, Token::Text, QFont::Bold);
    title->setMayElide(true);
    title->setFixedWidth(theme.scaled(nameWidth));
    QStringList examples = values;
    examples.removeDuplicates();
    auto *shown = new Label(examples.mid(0, shownExamples).join(QStringLiteral("   ")), TypeStyle::Small, Token::Text2);
    shown->setMayElide(true);
    Line line{column, new QuietCombo, new QuietCombo};
    line.target->setObjectName(QStringLiteral("column-%1").arg(number + 1));
    line.target->setAccessibleName(tr("%1 is", "a column of a file").arg(column));
    line.target->setFixedWidth(theme.scaled(targetWidth));
    line.target->addItem(tr("not brought in"), unused);
    for (const Target target : interop::targetsOf(m_course.kind()))
        line.target->addItem(targetWords(target), static_cast<int>(target));
    for (auto it = mapping.columns.cbegin(); it != mapping.columns.cend(); ++it) {
        if (it.value().contains(column))
            line.target->setCurrentIndex(line.target->findData(static_cast<int>(it.key())));
    }
    line.order->setObjectName(QStringLiteral("order-%1").arg(number + 1));
    line.order->setAccessibleName(tr("Order of the dates in %1").arg(column));
    line.order->setFixedWidth(theme.scaled(orderWidth));
    line.order->addItem(tr("please choose"), unused);
    for (const DateOrder order : {DateOrder::YearFirst, DateOrder::MonthFirst, DateOrder::DayFirst})
        line.order->addItem(orderWords(order), static_cast<int>(order));
    m_grid->addWidget(title, number + 1, 0);
    m_grid->addWidget(shown, number + 1, 1);
    m_grid->addWidget(line.target, number + 1, 2);
    m_grid->addWidget(line.order, number + 1, 3);
    m_lines << line;
    const auto known = mapping.dateOrders.constFind(static_cast<Target>(line.target->currentData().toInt()));
    showOrder(number, m_course.looked()->remembered && known != mapping.dateOrders.cend() ? std::optional(*known)
                                                                                          : std::nullopt);
    connect(line.target, &QComboBox::currentIndexChanged, this, [this, number] {
        showOrder(number, {});
        take();
    });
    connect(line.order, &QComboBox::currentIndexChanged, this, &ColumnStep::take);
}

/// Dates have an order: the one that is @p known, or the one they tell themselves; where they do not, it is asked for.
void ColumnStep::showOrder(int number, std::optional<DateOrder> known)
{
    const Line &line = m_lines[number];
    const int chosen = line.target->currentData().toInt();
    const bool dates = chosen != unused && isDate(static_cast<Target>(chosen));
    line.order->setVisible(dates);
    const QStringList values = valuesOf(number);
    if (!known && !interop::isDateOrderOpen(values))
        known = interop::dateOrderOf(values).value_or(DateOrder::YearFirst);
    const QSignalBlocker quiet(line.order);
    line.order->setCurrentIndex(dates && known ? line.order->findData(static_cast<int>(*known)) : 0);
}

/// All columns as they stand here. Nothing happens to the others when one is changed: whoever walks through the choices
/// with arrows passes what they are.
void ColumnStep::take()
{
    Mapping mapping = m_course.looked()->spec.mapping;
    mapping.columns.clear();
    mapping.dateOrders.clear();
    for (const Line &line : std::as_const(m_lines)) {
        const int chosen = line.target->currentData().toInt();
        if (chosen == unused)
            continue;
        const auto target = static_cast<Target>(chosen);
        mapping.columns[target] << line.column;
        const int order = line.order->currentData().toInt();
        if (isDate(target) && order != unused)
            mapping.dateOrders.insert(target, static_cast<DateOrder>(order));
    }
    m_course.setMapping(mapping);
    tell();
}

QStringList ColumnStep::missing() const
{
    if (!m_course.looked())
        return {};
    const Mapping &mapping = m_course.looked()->spec.mapping;
    QStringList sentences = interop::missingIn(mapping, m_course.kind());
    for (auto it = mapping.columns.cbegin(); it != mapping.columns.cend(); ++it) {
        if (it.value().size() > 1 && !interop::takesMany(it.key()))
            sentences << tr("Only one column can be \"%1\": \"%2\" or \"%3\".")
                             .arg(targetWords(it.key()), it.value().at(0), it.value().at(1));
    }
    for (const Line &line : m_lines) {
        if (!line.order->isHidden() && line.order->currentData().toInt() == unused)
            sentences
                << tr("The dates in \"%1\" can be read in more than one way: choose their order.").arg(line.column);
    }
    return sentences;
}

void ColumnStep::tell()
{
    const QStringList sentences = missing();
    if (sentences.isEmpty())
        m_strip->clear();
    else
        m_strip->say(MessageStrip::Kind::Caution, sentences.join(u' '));
    emit changed();
}

} // namespace xinglin::ui
