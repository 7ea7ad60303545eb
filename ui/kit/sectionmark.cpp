#include "ui/kit/sectionmark.h"

#include "ui/kit/text.h"

namespace xinglin::ui {

SectionMark::SectionMark(const QString &text, QWidget *parent) : QLabel(text, parent)
{
    setTextFormat(Qt::PlainText);
    setAlignment(Qt::AlignRight | Qt::AlignTop);
    setWordWrap(true);
    setContentsMargins(0, 4, 0, 0); // the mark stands on the first line of its field
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    dress(this, TypeStyle::Name, Token::Text2);
}

QSize SectionMark::sizeHint() const
{
    // Chinese marks need 72; an English one may be as wide as its longest word.
    int widest = 0;
    for (const QString &word : text().split(u' '))
        widest = qMax(widest, fontMetrics().horizontalAdvance(word));
    const int width = qMax(Theme::of(this).scaled(72), widest + 4);
    return {width, heightForWidth(width)};
}

} // namespace xinglin::ui
