#include "ui/patient/pairmodel.h"

#include "base/clock.h"
#include "ui/kit/paint.h"
#include "ui/kit/rowdelegate.h"
#include "ui/patient/duplicatewords.h"
#include "ui/shell/patientwords.h"

#include <QPainter>

namespace xinglin::ui {

namespace {
constexpr int between = 14;
constexpr int above = 6;
} // namespace

void PairModel::setPairs(const QList<duplicates::Pair> &pairs, QDate today, const QTimeZone &zone)
{
    beginResetModel();
    m_pairs = pairs;
    m_today = today;
    m_zone = zone;
    endResetModel();
}

const duplicates::Pair *PairModel::pairAt(int row) const
{
    return row >= 0 && row < m_pairs.size() ? &m_pairs[row] : nullptr;
}

int PairModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_pairs.size());
}

int PairModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString PairModel::text(const PatientHit &hit, int column) const
{
    const QString nothing = QStringLiteral("–");
    switch (column) {
    case Name:
        return hit.name;
    case Number:
        return hit.number;
    case SexAge:
        return sexAndAge(hit.sex, hit.birthDate, m_today);
    case Phone:
        return hit.phone.isEmpty() ? nothing : hit.phone;
    case LastVisit:
        return hit.lastVisit ? relativeDay(*hit.lastVisit, m_today) : nothing;
    default:
        return {};
    }
}

QString PairModel::asked(const duplicates::Pair &pair) const
{
    if (!pair.asked)
        return {};
    const QString day = dateText(civilDay(*pair.asked, m_zone));
    return pair.asker.isEmpty() ? tr("Asked for, %1", "a merge, the day").arg(day)
                                : tr("%1 asks for it, %2", "a merge: who, the day").arg(pair.asker, day);
}

QVariant PairModel::data(const QModelIndex &index, int role) const
{
    const duplicates::Pair *pair = pairAt(index.row());
    if (!pair || !checkIndex(index))
        return {};
    const int column = index.column();
    const QStringList lines{text(pair->one, column), text(pair->other, column)};
    switch (role) {
    case Qt::DisplayRole:
        if (column == How)
            return levelText(pair->level);
        return column == Why ? reasonTexts(pair->reasons).join(u'·') : lines.join(u'\n');
    case Qt::ToolTipRole:
        return column == Why ? reasonTexts(pair->reasons).join(u'\n') : QVariant();
    case Qt::AccessibleTextRole: {
        QStringList words{headerData(column, Qt::Horizontal, Qt::DisplayRole).toString()};
        if (column == How || column == Why)
            words << data(index, Qt::DisplayRole).toString();
        else
            words << tr("%1 and %2", "of two records").arg(lines.first(), lines.last());
        if (column == Why && pair->asked)
            words << asked(*pair);
        words.removeAll(QString());
        return words.join(QStringLiteral(": "));
    }
    case LinesRole:
        return column < How ? QVariant(lines) : QVariant();
    case AskedRole:
        return column == Why ? asked(*pair) : QString();
    case RowToneRole:
        return column == How && pair->level != linkage::Level::None ? QVariant(int(toneOf(pair->level))) : QVariant();
    default:
        return {};
    }
}

QVariant PairModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (section) {
    case Name:
        return tr("Names");
    case Number:
        return tr("Number");
    case SexAge:
        return tr("Sex, age");
    case Phone:
        return tr("Phone");
    case LastVisit:
        return tr("Last visit");
    case How:
        return tr("One person?");
    case Why:
        return tr("What is the same, what is not");
    default:
        return {};
    }
}

int PairDelegate::rowHeight(const Theme &theme)
{
    return 2 * theme.line(TypeStyle::Name) + 2 * above;
}

void PairDelegate::paint(QPainter *painter, const QStyleOptionViewItem &given, const QModelIndex &index) const
{
    QStyleOptionViewItem option(given);
    initStyleOption(&option, index);
    const Theme &theme = Theme::of(option.widget);
    const bool first = index.column() == PairModel::Name;
    painter->save();
    painter->setClipRect(option.rect);
    RowDelegate::paintGround(painter, option, theme, first);
    const QRect place = option.rect.adjusted(first ? pageMargin : between, above, -between, -above);
    const int high = place.height() / 2;
    const QRect upper(place.left(), place.top(), place.width(), high);
    const QRect lower = upper.translated(0, high);
    const auto line = [&](const QRect &where, const QString &text) {
        painter->drawText(where, int(Qt::AlignLeft | Qt::AlignVCenter),
                          painter->fontMetrics().elidedText(text, Qt::ElideRight, where.width()));
    };
    const QStringList lines = index.data(PairModel::LinesRole).toStringList();
    painter->setFont(theme.font(first ? TypeStyle::Name : TypeStyle::Body));
    painter->setPen(theme.color(index.column() == PairModel::Number ? Token::Text2 : Token::Text));
    if (lines.size() == 2) {
        line(upper, lines.first());
        line(lower, lines.last());
    } else if (index.column() == PairModel::How) {
        if (const QVariant tone = index.data(RowToneRole); tone.isValid())
            paintStatus(painter, place, theme, Tone(tone.toInt()), {}, option.text);
    } else {
        const QString asked = index.data(PairModel::AskedRole).toString();
        painter->setFont(theme.font(TypeStyle::Small, QFont::Bold));
        painter->setPen(theme.color(Token::GambogeText));
        if (!asked.isEmpty())
            line(upper, asked);
        painter->setFont(theme.font(TypeStyle::Small));
        painter->setPen(theme.color(Token::Text2));
        if (asked.isEmpty())
            painter->drawText(place, int(Qt::AlignLeft | Qt::AlignVCenter | Qt::TextWordWrap), option.text);
        else
            line(lower, option.text);
    }
    painter->restore();
}

} // namespace xinglin::ui
