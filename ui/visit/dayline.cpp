#include "ui/visit/dayline.h"

#include "base/text/daywords.h"
#include "ui/kit/text.h"
#include "ui/shell/patientwords.h"

#include <QHBoxLayout>
#include <QLineEdit>

namespace xinglin::ui {

namespace {
constexpr int lineWidth = 132;
} // namespace

DayLine::DayLine(QWidget *parent)
    : QWidget(parent), m_line(new QLineEdit), m_words(new Label({}, TypeStyle::Small, Token::Text2))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    m_line->setObjectName(QStringLiteral("visitDay"));
    m_line->setAccessibleName(tr("Day of the visit"));
    m_line->setFixedWidth(Theme::of(this).scaled(lineWidth));
    m_line->setToolTip(tr("2026-03-12, 3-12, 12, or -1 for yesterday"));
    connect(m_line, &QLineEdit::editingFinished, this, [this] {
        if (isVisible()) // behind a lock it waits
            finishTyping();
    });
    row->addWidget(m_line);
    m_words->setObjectName(QStringLiteral("visitDayWords"));
    row->addWidget(m_words, 1);
    setFocusProxy(m_line);
}

DayLine::~DayLine()
{
    // A field that has the focus tells of leaving it; that must reach a widget that is still whole.
    hide();
}

void DayLine::setDay(std::optional<QDate> day, QDate today)
{
    m_today = today;
    m_day = day == today ? std::nullopt : day;
    showDay();
}

void DayLine::showDay()
{
    m_line->setText(dateText(m_day.value_or(m_today)));
    m_line->setProperty("problem", false);
    m_line->update();
    m_words->setText(m_day ? tr("%1; written later", "14 days ago").arg(relativeDay(*m_day, m_today)) : tr("today"));
    dress(m_words, TypeStyle::Small, m_day ? Token::GambogeText : Token::Text2);
}

bool DayLine::isHalfWritten() const
{
    return m_line->text() != dateText(m_day.value_or(m_today));
}

bool DayLine::finishTyping()
{
    if (!isHalfWritten())
        return true;
    const std::optional<QDate> typed =
        m_line->text().trimmed().isEmpty() ? std::optional(m_today) : dayFromText(m_line->text(), m_today);
    if (!typed) {
        m_line->setProperty("problem", true);
        m_line->update();
        m_words->setText(tr("No past day: 2026-03-12, 3-12, 12, or -1 for yesterday"));
        dress(m_words, TypeStyle::Small, Token::CinnabarText);
        return false;
    }
    const auto before = m_day;
    setDay(*typed, m_today);
    if (m_day != before)
        emit changed();
    return true;
}

void DayLine::setReadOnly(bool readOnly)
{
    m_line->setReadOnly(readOnly);
}

} // namespace xinglin::ui
