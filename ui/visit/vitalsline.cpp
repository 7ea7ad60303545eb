#include "ui/visit/vitalsline.h"

#include "engines/forms/typednumbers.h"
#include "ui/kit/text.h"
#include "ui/visit/visitwords.h"

#include <QGridLayout>
#include <QLineEdit>

namespace xinglin::ui {

namespace {

constexpr int lineWidth = 220;

QMap<QString, double> numbersOf(const forms::Section &section, const QList<Answer> &answers)
{
    QMap<QString, double> numbers;
    for (const Answer &answer : answers) {
        const bool ours = std::any_of(section.items.cbegin(), section.items.cend(),
                                      [&](const forms::Item &item) { return item.code == answer.item; });
        if (ours && answer.number)
            numbers.insert(answer.item, *answer.number);
    }
    return numbers;
}

} // namespace

VitalsLine::VitalsLine(std::shared_ptr<const Catalog> catalog, QWidget *parent)
    : QWidget(parent)
    , m_catalog(std::move(catalog))
    , m_line(new QLineEdit)
    , m_words(new Label({}, TypeStyle::Body))
    , m_before(new Label({}, TypeStyle::Caption, Token::Text3))
    , m_problem(new Label({}, TypeStyle::Caption, Token::CinnabarText))
{
    setObjectName(QStringLiteral("vitalsLine"));
    for (const forms::Section &section : m_catalog->visitForm.sections) {
        if (section.code == u"vitals")
            m_section = &section;
    }
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(2);
    m_line->setObjectName(QStringLiteral("vitals"));
    m_line->setAccessibleName(tr("Vitals"));
    m_line->setPlaceholderText(tr("t36.8 bp120/80 w58 ps8 ⏎"));
    m_line->setInputMethodHints(Qt::ImhPreferLatin | Qt::ImhNoPredictiveText);
    m_line->setFixedWidth(Theme::of(this).scaled(lineWidth));
    QStringList keys;
    for (const forms::Item &item : m_section ? m_section->items : QList<forms::Item>()) {
        const QString name = chineseScreen() ? item.zh : item.en;
        keys << QStringLiteral("%1  %2").arg(item.key, name);
    }
    m_line->setToolTip(keys.join(u'\n'));
    connect(m_line, &QLineEdit::editingFinished, this, [this] {
        if (!m_line->text().trimmed().isEmpty() && isEnabled() && isVisible()) // behind a lock it waits
            finishTyping();
    });
    connect(m_line, &QLineEdit::textEdited, this, [this] { m_problem->hide(); });
    grid->addWidget(m_line, 0, 0, Qt::AlignTop);
    m_words->setObjectName(QStringLiteral("vitalsWords"));
    m_words->setWordWrap(true);
    grid->addWidget(m_words, 0, 1);
    m_before->setObjectName(QStringLiteral("vitalsLast"));
    m_before->setWordWrap(true);
    grid->addWidget(m_before, 1, 1);
    m_problem->setObjectName(QStringLiteral("vitalsProblem"));
    m_problem->setWordWrap(true);
    m_problem->hide();
    grid->addWidget(m_problem, 2, 0, 1, 2);
    grid->setColumnStretch(1, 1);
    setFocusProxy(m_line);
    refresh();
}

VitalsLine::~VitalsLine()
{
    // A field that has the focus tells of leaving it; that must reach a widget that is still whole.
    hide();
}

bool VitalsLine::finishTyping()
{
    if (!m_section)
        return true;
    const forms::TypedNumbers typed = forms::typedNumbers(*m_section, m_line->text());
    for (const forms::GivenAnswer &answer : typed.answers)
        m_values.insert(answer.item, *answer.number);
    for (const QString &item : typed.cleared)
        m_values.remove(item);
    QStringList left = typed.unknown;
    QStringList problems;
    if (!left.isEmpty())
        problems << tr("Not understood: %1").arg(left.join(u' '));
    for (const Error &refused : typed.refused) {
        left << refused.detail;
        problems << QStringLiteral("%1: %2").arg(refused.detail, refused.message);
    }
    m_line->setText(left.join(u' '));
    m_problem->setText(problems.join(QStringLiteral("  ")));
    m_problem->setVisible(!problems.isEmpty());
    refresh();
    if (!typed.answers.isEmpty() || !typed.cleared.isEmpty())
        emit changed();
    return left.isEmpty();
}

QString VitalsLine::words(const QMap<QString, double> &values) const
{
    return m_section ? measuredWords(*m_section, values) : QString();
}

void VitalsLine::refresh()
{
    m_words->setText(words(m_values));
    m_before->setText(m_last.isEmpty() ? QString() : tr("Last time: %1").arg(words(m_last)));
    m_before->setVisible(!m_before->text().isEmpty());
}

void VitalsLine::setAnswers(const QList<Answer> &answers)
{
    m_values = m_section ? numbersOf(*m_section, answers) : QMap<QString, double>();
    m_line->clear();
    m_problem->hide();
    refresh();
}

QList<Answer> VitalsLine::answers() const
{
    QList<Answer> list;
    for (const forms::Item &item : m_section ? m_section->items : QList<forms::Item>()) {
        if (!m_values.contains(item.code))
            continue;
        Answer answer;
        answer.item = item.code;
        answer.number = m_values.value(item.code);
        answer.unit = item.unit;
        list << answer;
    }
    return list;
}

void VitalsLine::setLast(const QList<Answer> &answers)
{
    m_last = m_section ? numbersOf(*m_section, answers) : QMap<QString, double>();
    refresh();
}

void VitalsLine::setReadOnly(bool readOnly)
{
    m_line->setVisible(!readOnly);
}

} // namespace xinglin::ui
