#include "ui/kit/banner.h"

#include "ui/kit/chip.h"
#include "ui/kit/text.h"

#include <QEvent>
#include <QHBoxLayout>

namespace xinglin::ui {

namespace {
constexpr int gap = 12;
constexpr int room = 3; // focus rings of the actions
} // namespace

Banner::Banner(QWidget *parent)
    : Pane(Token::Surface, Qt::BottomEdge, parent)
    , m_title(new Label({}, TypeStyle::Person, Token::Text, this))
    , m_actions(new QWidget(this))
    , m_actionRow(new QHBoxLayout(m_actions))
{
    setObjectName(QStringLiteral("banner"));
    m_title->setObjectName(QStringLiteral("bannerTitle"));
    m_title->setProperty("mayElide", true);
    static_cast<Label *>(m_title)->setMayElide(true);
    m_actionRow->setContentsMargins(room, room, room, room);
    m_actionRow->setSpacing(gapControls);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void Banner::setTitle(const QString &title)
{
    m_title->setText(title);
    setAccessibleName(title);
    place();
}

void Banner::setFacts(const QStringList &facts)
{
    qDeleteAll(m_facts);
    m_facts.clear();
    for (const QString &fact : facts)
        m_facts << new Label(fact, TypeStyle::Body, m_facts.isEmpty() ? Token::Text2 : Token::Text3, this);
    place();
}

void Banner::setChips(const QList<Chip *> &chips)
{
    qDeleteAll(m_chips);
    m_chips = chips;
    for (Chip *chip : m_chips)
        chip->setParent(this);
    place();
}

void Banner::addAction(QWidget *action)
{
    m_actionRow->addWidget(action);
    place();
}

QSize Banner::sizeHint() const
{
    return {640, qMax(m_height, Theme::of(this).size(Size::PatientBanner))};
}

QSize Banner::minimumSizeHint() const
{
    return {360, sizeHint().height()};
}

bool Banner::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::StyleChange)
        place();
    return Pane::event(event);
}

void Banner::resizeEvent(QResizeEvent *event)
{
    Pane::resizeEvent(event);
    place();
}

void Banner::place()
{
    const int line = Theme::of(this).size(Size::PatientBanner);
    const QSize actions = m_actionRow->count() > 0 ? m_actions->sizeHint() : QSize(0, 0);
    m_actions->setGeometry(width() - pageMargin - actions.width() + room, (line - actions.height()) / 2,
                           actions.width(), actions.height());
    const int free = width() - 2 * pageMargin - actions.width() - (actions.isEmpty() ? 0 : gap);
    int chips = 0;
    for (const Chip *chip : m_chips)
        chips += gap + chip->sizeHint().width();
    int used = m_title->sizeHint().width();
    qsizetype shown = 0;
    for (; shown < m_facts.size(); ++shown) {
        const int wide = gap + m_facts[shown]->sizeHint().width();
        if (shown > 0 && used + wide + chips > free)
            break;
        used += wide;
    }
    const bool below = used + chips > free && !m_chips.isEmpty();
    int x = pageMargin;
    const auto put = [&](QWidget *widget, int wide) {
        const int high = widget->sizeHint().height();
        widget->setGeometry(x, (line - high) / 2, wide, high);
        widget->show();
        x += wide + gap;
    };
    const int factsWidth = used - m_title->sizeHint().width();
    put(m_title, qMin(m_title->sizeHint().width(), qMax(40, free - factsWidth)));
    // With the chips in their own line there is room for more facts again.
    for (qsizetype i = 0; i < m_facts.size(); ++i) {
        const int wide = m_facts[i]->sizeHint().width();
        if (i < shown || (below && x + wide <= pageMargin + free))
            put(m_facts[i], wide);
        else
            m_facts[i]->hide();
    }
    int height = line;
    int y = 0;
    if (below) {
        x = pageMargin;
        y = line - 6;
    }
    for (Chip *chip : m_chips) {
        const QSize size = chip->sizeHint();
        if (below && x > pageMargin && x + size.width() > width() - pageMargin) {
            x = pageMargin;
            y += size.height() + 4;
        }
        chip->setGeometry(x, below ? y : (line - size.height()) / 2, size.width(), size.height());
        chip->show();
        x += size.width() + gap;
        if (below)
            height = y + size.height() + 10;
    }
    if (height != m_height) {
        m_height = height;
        setFixedHeight(height);
    }
}

} // namespace xinglin::ui
