#include "ui/kit/numberunit.h"

#include "ui/kit/theme.h"

#include <QEvent>
#include <QPainter>
#include <QRegularExpressionValidator>

namespace xinglin::ui {

NumberUnit::NumberUnit(const QString &unit, int decimals, QWidget *parent) : QLineEdit(parent), m_decimals(decimals)
{
    setAlignment(Qt::AlignRight);
    setInputMethodHints(Qt::ImhFormattedNumbersOnly);
    const QString pattern =
        decimals > 0 ? QStringLiteral("[0-9]{0,6}([.][0-9]{0,%1})?").arg(decimals) : QStringLiteral("[0-9]{0,6}");
    setValidator(new QRegularExpressionValidator(QRegularExpression(pattern), this));
    setUnit(unit);
}

void NumberUnit::setUnit(const QString &unit)
{
    m_unit = unit;
    updateMargins();
    update();
}

void NumberUnit::updateMargins()
{
    const int room =
        m_unit.isEmpty() ? 0 : QFontMetrics(Theme::of(this).font(TypeStyle::Body)).horizontalAdvance(m_unit) + 4;
    setTextMargins(0, 0, room, 0);
}

std::optional<qint64> NumberUnit::scaled() const
{
    const QStringList parts = text().split(u'.');
    if (text().isEmpty() || parts.size() > 2 || (parts.size() == 1 && parts.first().isEmpty()))
        return std::nullopt;
    const QString digits = parts.first() + (parts.value(1) + QString(m_decimals, u'0')).left(m_decimals);
    bool ok = false;
    const qint64 value = digits.toLongLong(&ok);
    return ok ? std::optional(value) : std::nullopt;
}

void NumberUnit::setScaled(std::optional<qint64> value)
{
    if (!value)
        return clear();
    QString digits = QString::number(*value).rightJustified(m_decimals + 1, u'0');
    if (m_decimals > 0) {
        digits.insert(digits.size() - m_decimals, u'.');
        while (digits.endsWith(u'0'))
            digits.chop(1);
        if (digits.endsWith(u'.'))
            digits.chop(1);
    }
    setText(digits);
}

void NumberUnit::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::StyleChange)
        updateMargins();
    QLineEdit::changeEvent(event);
}

void NumberUnit::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    if (m_unit.isEmpty())
        return;
    QPainter painter(this);
    const Theme &theme = Theme::of(this);
    painter.setFont(theme.font(TypeStyle::Body));
    painter.setPen(theme.color(isEnabled() ? Token::Text3 : Token::Disabled));
    painter.drawText(rect().adjusted(0, 0, -10, 0), Qt::AlignRight | Qt::AlignVCenter, m_unit);
}

} // namespace xinglin::ui
