#include "tour/tourlint.h"

#include "ui/kit/theme.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QGlyphRun>
#include <QHeaderView>
#include <QImage>
#include <QLabel>
#include <QLayout>
#include <QLineEdit>
#include <QPixmap>
#include <QRawFont>
#include <QScrollArea>
#include <QScrollBar>
#include <QSplitterHandle>
#include <QStyle>
#include <QStyleOption>
#include <QTextEdit>
#include <QTextLayout>
#include <QWidget>

#include <algorithm>

namespace xinglin::tour {

namespace {

constexpr int inputFrame = 4; // its colours are no ground for text
constexpr int ringRoom = 3;   // buttons keep free room for the focus ring; there they may overlap

QString place(const QWidget *widget)
{
    QStringList path;
    for (const QWidget *at = widget; at; at = at->parentWidget()) {
        const QString name = at->objectName();
        if (at == widget || !name.isEmpty())
            path.prepend(name.isEmpty()
                             ? QString::fromLatin1(at->metaObject()->className())
                             : QStringLiteral("%1#%2").arg(QString::fromLatin1(at->metaObject()->className()), name));
    }
    return path.join(u'/');
}

bool isInternal(const QWidget *widget)
{
    return qobject_cast<const QScrollBar *>(widget) || qobject_cast<const QHeaderView *>(widget) ||
           qobject_cast<const QSplitterHandle *>(widget) || widget->objectName().startsWith(u"qt_");
}

QString shownText(const QWidget *widget)
{
    if (const auto *label = qobject_cast<const QLabel *>(widget))
        return label->textFormat() == Qt::RichText ? QString() : label->text();
    if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
        return button->text();
    if (const auto *edit = qobject_cast<const QLineEdit *>(widget))
        return edit->echoMode() != QLineEdit::Normal ? QString()
               : edit->text().isEmpty()              ? edit->placeholderText()
                                                     : edit->text();
    if (const auto *edit = qobject_cast<const QTextEdit *>(widget))
        return edit->toPlainText();
    if (const auto *box = qobject_cast<const QComboBox *>(widget))
        return box->currentText();
    return {};
}

class Look
{
public:
    explicit Look(QWidget *window) : m_window(window), m_picture(window->grab().toImage()) {}

    QList<Flaw> all()
    {
        visit(m_window);
        return m_flaws;
    }

private:
    void add(Flaw::Kind kind, const QWidget *widget, const QString &what)
    {
        m_flaws.append({kind, place(widget), what});
    }

    void visit(QWidget *widget)
    {
        checkText(widget);
        checkName(widget);
        checkReach(widget);
        checkColumns(widget);
        QList<QWidget *> children;
        for (QObject *object : widget->children()) {
            auto *child = qobject_cast<QWidget *>(object);
            if (child && child->isVisible() && !child->isWindow() && !child->size().isEmpty())
                children << child;
        }
        checkOverlaps(widget, children);
        for (QWidget *child : children) {
            if (!isInternal(child) || child->objectName() == u"qt_scrollarea_viewport")
                visit(child);
        }
    }

    void checkText(QWidget *widget)
    {
        const QString text = shownText(widget);
        if (text.isEmpty())
            return;
        checkGlyphs(widget, text);
        if (!widget->visibleRegion().isEmpty())
            checkContrast(widget);
        if (!widget->property("mayElide").toBool())
            checkWidth(widget, text);
    }

    void checkWidth(QWidget *widget, const QString &text)
    {
        QSize needed;
        QSize given = widget->size();
        if (const auto *label = qobject_cast<QLabel *>(widget)) {
            given = label->contentsRect().size();
            needed = label->wordWrap() ? label->fontMetrics()
                                             .boundingRect(QRect(0, 0, given.width(), 10000), Qt::TextWordWrap, text)
                                             .size()
                                       : label->fontMetrics().size(0, text);
            needed.setHeight(needed.height() - 2);
        } else if (qobject_cast<QAbstractButton *>(widget)) {
            needed = widget->minimumSizeHint().expandedTo(QSize(0, 0));
        } else if (const auto *edit = qobject_cast<QLineEdit *>(widget)) {
            if (!edit->text().isEmpty())
                return; // what a person types may be longer than its field
            needed.setWidth(edit->fontMetrics().horizontalAdvance(text));
            given.setWidth(edit->width() - 20);
        } else if (const auto *box = qobject_cast<QComboBox *>(widget)) {
            needed.setWidth(box->fontMetrics().horizontalAdvance(text));
            QStyleOptionComboBox option;
            option.initFrom(box);
            given.setWidth(
                box->style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, box).width());
        } else {
            return;
        }
        const QRect visible = widget->visibleRegion().boundingRect();
        if (needed.width() > given.width() + ringRoom || needed.height() > given.height())
            add(Flaw::Kind::TextTooWide, widget,
                QStringLiteral("\"%1\" needs %2x%3, has %4x%5")
                    .arg(text)
                    .arg(needed.width())
                    .arg(needed.height())
                    .arg(given.width())
                    .arg(given.height()));
        else if (!inScrollArea(widget) && visible.width() + 2 * ringRoom < widget->width())
            add(Flaw::Kind::TextTooWide, widget, QStringLiteral("\"%1\" is cut off by its parent").arg(text));
    }

    static bool inScrollArea(const QWidget *widget)
    {
        for (const QWidget *at = widget; at; at = at->parentWidget()) {
            if (at->objectName() == u"qt_scrollarea_viewport")
                return true;
        }
        return false;
    }

    void checkGlyphs(QWidget *widget, const QString &text)
    {
        QTextLayout layout(text, widget->font());
        layout.beginLayout();
        while (layout.createLine().isValid()) {
        }
        layout.endLayout();
        for (const QGlyphRun &run : layout.glyphRuns()) {
            const QList<quint32> glyphs = run.glyphIndexes();
            if (std::any_of(glyphs.begin(), glyphs.end(), [](quint32 glyph) { return glyph == 0; })) {
                add(Flaw::Kind::MissingGlyph, widget, QStringLiteral("\"%1\"").arg(text));
                return;
            }
        }
    }

    /// Foreground from the palette against the commonest colour in the widget's pixels. Disabled text is exempt.
    void checkContrast(QWidget *widget)
    {
        if (!widget->isEnabled() || qobject_cast<QAbstractButton *>(widget))
            return; // buttons are painted by the style from pairs that a test compares
        const bool input =
            qobject_cast<QLineEdit *>(widget) || qobject_cast<QTextEdit *>(widget) || qobject_cast<QComboBox *>(widget);
        const auto *edit = qobject_cast<QLineEdit *>(widget);
        const QPalette::ColorRole role = edit && edit->text().isEmpty() ? QPalette::PlaceholderText
                                         : input                        ? QPalette::Text
                                                                        : widget->foregroundRole();
        const QColor text = widget->palette().color(QPalette::Active, role);
        const double ratio = m_picture.devicePixelRatioF();
        QRect seen = widget->visibleRegion().boundingRect(); // the rest is scrolled away, below something else
        if (input)
            seen &= widget->rect().adjusted(inputFrame, inputFrame, -inputFrame, -inputFrame);
        const QRect area(widget->mapTo(m_window, seen.topLeft()) * ratio, seen.size() * ratio);
        QHash<QRgb, int> counts;
        const QRect inside = area.intersected(m_picture.rect());
        for (int y = inside.top(); y <= inside.bottom(); y += 2) {
            for (int x = inside.left(); x <= inside.right(); x += 2)
                ++counts[m_picture.pixel(x, y)];
        }
        QRgb ground = 0;
        int most = 0;
        for (auto it = counts.begin(); it != counts.end(); ++it) {
            if (it.value() > most) {
                most = it.value();
                ground = it.key();
            }
        }
        if (most == 0)
            return;
        const double found = ui::contrast(text, QColor(ground));
        if (found < 4.5)
            add(Flaw::Kind::LowContrast, widget,
                QStringLiteral("%1 on %2 is %3").arg(text.name(), QColor(ground).name()).arg(found, 0, 'f', 2));
    }

    void checkName(QWidget *widget)
    {
        if (widget->focusPolicy() == Qt::NoFocus || !widget->isEnabled() || widget == m_window)
            return;
        if (isInternal(widget) || qobject_cast<QAbstractSpinBox *>(widget->parentWidget()) ||
            qobject_cast<QComboBox *>(widget->parentWidget()))
            return;
        // A scroll area around a page takes keys only to scroll; its content has the names.
        if (widget->inherits("QScrollArea"))
            return;
        if (widget->objectName().isEmpty())
            add(Flaw::Kind::Unnamed, widget, QStringLiteral("no objectName"));
        const auto *button = qobject_cast<QAbstractButton *>(widget);
        if (widget->accessibleName().isEmpty() && (!button || button->text().isEmpty()))
            add(Flaw::Kind::Unnamed, widget, QStringLiteral("no name for screen readers"));
    }

    /// Columns of a table that cannot be scrolled to.
    void checkColumns(QWidget *widget)
    {
        const auto *view = qobject_cast<QAbstractItemView *>(widget);
        if (!view || view->horizontalScrollBarPolicy() != Qt::ScrollBarAlwaysOff)
            return;
        for (const QHeaderView *header : view->findChildren<QHeaderView *>(QString(), Qt::FindDirectChildrenOnly)) {
            if (header->orientation() == Qt::Horizontal && header->length() > view->viewport()->width() + 1)
                add(Flaw::Kind::TextTooWide, view,
                    QStringLiteral("its columns need %1, it has %2")
                        .arg(header->length())
                        .arg(view->viewport()->width()));
        }
    }

    /// What is too wide for a scroll area that does not scroll that way cannot be reached.
    void checkReach(QWidget *widget)
    {
        const auto *area = qobject_cast<QScrollArea *>(widget);
        if (!area || !area->widget() || area->horizontalScrollBarPolicy() != Qt::ScrollBarAlwaysOff)
            return;
        const int room = area->viewport()->width();
        QRect seen = area->rect();
        for (const QWidget *parent = area->parentWidget(); parent; parent = parent->parentWidget()) {
            seen &= QRect(-area->mapTo(parent, QPoint()), parent->size());
            if (parent->isWindow())
                break;
        }
        if (seen.width() < area->width())
            add(Flaw::Kind::TextTooWide, area,
                QStringLiteral("has a width of %1, of which %2 can be seen").arg(area->width()).arg(seen.width()));
        if (area->widget()->width() <= room)
            return;
        const QWidget *widest = area->widget();
        for (const QWidget *next = widest; next;) {
            widest = std::exchange(next, nullptr);
            for (const QObject *object : widest->children()) {
                const auto *child = qobject_cast<const QWidget *>(object);
                if (child && child->isVisible() && child->minimumSizeHint().width() > room - 2 * ringRoom)
                    next = child;
            }
        }
        add(Flaw::Kind::TextTooWide, widest,
            QStringLiteral("needs a width of %1, its scroll area has %2").arg(area->widget()->width()).arg(room));
    }

    void checkOverlaps(const QWidget *parent, const QList<QWidget *> &children)
    {
        if (isInternal(parent) || qobject_cast<const QAbstractItemView *>(parent) ||
            qobject_cast<const QAbstractScrollArea *>(parent) || parent->inherits("QLineEdit") ||
            parent->inherits("QComboBox") || parent->inherits("QAbstractSpinBox"))
            return;
        for (qsizetype i = 0; i < children.size(); ++i) {
            for (qsizetype j = i + 1; j < children.size(); ++j) {
                const QWidget *one = children[i];
                const QWidget *other = children[j];
                if (floats(one) || floats(other))
                    continue;
                const QRect both = body(one).intersected(body(other));
                if (both.width() > 1 && both.height() > 1)
                    add(Flaw::Kind::Overlap, one, QStringLiteral("lies over %1").arg(place(other).section(u'/', -1)));
            }
        }
    }

    static QRect body(const QWidget *widget)
    {
        const QRect r = widget->geometry();
        if (widget->focusPolicy() == Qt::NoFocus && !qobject_cast<const QAbstractButton *>(widget))
            return r;
        return r.adjusted(ringRoom, ringRoom, -ringRoom, -ringRoom);
    }

    static bool floats(const QWidget *widget)
    {
        return isInternal(widget) || widget->property("floats").toBool() || widget->objectName() == u"toast" ||
               widget->objectName() == u"popupList" || widget->inherits("QRubberBand");
    }

    QWidget *m_window;
    QImage m_picture;
    QList<Flaw> m_flaws;
};

} // namespace

QString describe(const Flaw &flaw)
{
    static const char *const names[] = {"TextTooWide", "Overlap", "MissingGlyph", "LowContrast", "Unnamed"};
    return QStringLiteral("%1 %2: %3").arg(QString::fromLatin1(names[int(flaw.kind)]), flaw.where, flaw.what);
}

QList<Flaw> lint(QWidget *window)
{
    return Look(window).all();
}

QString flaws(QWidget *window)
{
    QStringList words;
    for (const Flaw &flaw : lint(window))
        words << describe(flaw);
    return words.join(u'\n');
}

} // namespace xinglin::tour
