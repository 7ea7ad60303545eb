#include "ui/patient/notice.h"

#include "ui/kit/icons.h"
#include "ui/kit/paint.h"
#include "ui/kit/text.h"

#include <QHBoxLayout>
#include <QPainter>

namespace xinglin::ui {

namespace {
constexpr int pad = 8;
} // namespace

Notice::Notice(Tone tone, const QString &iconName, QLabel *words, QWidget *parent)
    : QWidget(parent), m_tone(tone), m_icon(iconName)
{
    dress(words, TypeStyle::Small, onSoft(tone), QFont::Bold);
    words->setWordWrap(true);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(pad + Theme::of(this).size(Size::Icon) + pad, 6, pad, 6);
    row->addWidget(words);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
}

void Notice::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = Theme::of(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintFrame(&painter, rect(), 4, theme.color(soft(m_tone)), QColor());
    const int side = theme.size(Size::Icon);
    paintIcon(&painter, QRect(pad, 6 + (theme.line(TypeStyle::Small) - side) / 2, side, side), m_icon,
              theme.color(onSoft(m_tone)));
}

} // namespace xinglin::ui
