#include "ui/patient/alikelist.h"

#include "ui/kit/rowdelegate.h"
#include "ui/patient/duplicatewords.h"
#include "ui/shell/patientwords.h"

#include <QPainter>
#include <QSet>
#include <QStandardItemModel>
#include <QStyledItemDelegate>

#include <algorithm>

namespace xinglin::ui {

namespace {

using Section = AlikeList::Section;

constexpr int padding = 8;
constexpr int gap = 8;
constexpr int above = 6; ///< And below the words of a row.

QString titleOf(Section section)
{
    switch (section) {
    case Section::Certain:
        return AlikeList::tr("Registered already");
    case Section::Likely:
        return AlikeList::tr("Probably the same person");
    case Section::Perhaps:
        return AlikeList::tr("Perhaps the same person");
    case Section::Family:
        return AlikeList::tr("Same phone: the family");
    }
    Q_UNREACHABLE();
}

Section sectionOf(linkage::Level level)
{
    return level == linkage::Level::Certain  ? Section::Certain
           : level == linkage::Level::Likely ? Section::Likely
                                             : Section::Perhaps;
}

/// Whether nothing but what a household shares speaks for one person: then they are the family.
bool isOnlyHousehold(const linkage::Match &match)
{
    using Kind = linkage::Reason::Kind;
    return match.level == linkage::Level::Possible && match.has(Kind::SamePhone) &&
           std::none_of(match.reasons.cbegin(), match.reasons.cend(), [](const linkage::Reason &reason) {
               return reason.kind != Kind::SamePhone && reason.kind != Kind::SameSex &&
                      reason.kind != Kind::SameAddress && reason.kind != Kind::SimilarAddress && reason.bits > 0;
           });
}

/// A name with what tells people apart beside it, and the reasons below, in as many lines as they need.
class AlikeDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &given, const QModelIndex &index) const override
    {
        QStyleOptionViewItem option(given);
        initStyleOption(&option, index);
        const Theme &theme = Theme::of(option.widget);
        painter->save();
        const QRect inner = option.rect.adjusted(padding, 0, -padding, 0);
        const auto section = Section(index.data(AlikeList::SectionRole).toInt());
        if (!index.data(AlikeList::IdRole).isValid()) {
            painter->setFont(theme.font(TypeStyle::Small, QFont::Bold));
            painter->setPen(theme.color(section == Section::Certain  ? Token::CinnabarText
                                        : section == Section::Likely ? Token::GambogeText
                                                                     : Token::Text2));
            painter->drawText(inner.adjusted(0, 0, 0, -above), int(Qt::AlignLeft | Qt::AlignBottom), option.text);
            painter->restore();
            return;
        }
        RowDelegate::paintGround(painter, option, theme, true);
        if (section == Section::Certain)
            painter->fillRect(QRect(option.rect.left(), option.rect.top(), 3, option.rect.height() - 1),
                              theme.color(Token::Cinnabar));
        paintName(painter, QRect(inner.left(), inner.top() + above, inner.width(), theme.line(TypeStyle::Name)), index,
                  theme);
        painter->setFont(theme.font(TypeStyle::Small));
        painter->setPen(theme.color(Token::Text2));
        painter->drawText(inner.adjusted(0, above + theme.line(TypeStyle::Name), 0, 0),
                          int(Qt::AlignLeft | Qt::AlignTop),
                          linesOf(index, painter->fontMetrics(), inner.width()).join(u'\n'));
        painter->restore();
    }

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Theme &theme = Theme::of(option.widget);
        const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
        const int width = view ? view->viewport()->width() : option.rect.width();
        if (!index.data(AlikeList::IdRole).isValid())
            return {width, theme.line(TypeStyle::Small) + (index.row() == 0 ? above : 3 * above)};
        const QFontMetrics metrics(theme.font(TypeStyle::Small));
        const auto lines = static_cast<int>(linesOf(index, metrics, width - 2 * padding).size());
        const int below = lines * metrics.lineSpacing();
        return {width, 2 * above + theme.line(TypeStyle::Name) + below + 1};
    }

private:
    /// The reasons beside each other, none of them broken.
    static QStringList linesOf(const QModelIndex &index, const QFontMetrics &metrics, int width)
    {
        QStringList lines;
        for (const QString &reason : index.data(AlikeList::WordsRole).toStringList()) {
            const QString longer = lines.isEmpty() ? reason : lines.last() + u'·' + reason;
            if (!lines.isEmpty() && metrics.horizontalAdvance(longer) <= width)
                lines.last() = longer;
            else
                lines << metrics.elidedText(reason, Qt::ElideRight, width);
        }
        return lines;
    }

    static void paintName(QPainter *painter, const QRect &line, const QModelIndex &index, const Theme &theme)
    {
        const auto put = [&](const QRect &place, const QString &text, TypeStyle style, Token color,
                             Qt::Alignment side) {
            painter->setFont(theme.font(style));
            painter->setPen(theme.color(color));
            const QFontMetrics metrics = painter->fontMetrics();
            const QString shown = metrics.elidedText(text, Qt::ElideRight, place.width());
            painter->drawText(place, int(side | Qt::AlignVCenter), shown);
            return qMin(place.width(), metrics.horizontalAdvance(shown));
        };
        QRect place = line;
        place.setRight(
            place.right() - gap -
            put(place, index.data(AlikeList::LastRole).toString(), TypeStyle::Small, Token::Text2, Qt::AlignRight));
        const QString about = index.data(AlikeList::AboutRole).toString();
        const int wide = QFontMetrics(theme.font(TypeStyle::Small)).horizontalAdvance(about) + gap;
        const int name =
            put(place.adjusted(0, 0, -wide, 0), index.data().toString(), TypeStyle::Name, Token::Text, Qt::AlignLeft);
        put(place.adjusted(name + gap, 0, 0, 0), about, TypeStyle::Small, Token::Text2, Qt::AlignLeft);
    }
};

} // namespace

AlikeList::AlikeList(QWidget *parent) : QListView(parent), m_people(new QStandardItemModel(this))
{
    setObjectName(QStringLiteral("alikePeople"));
    setAccessibleName(tr("People alike"));
    setModel(m_people);
    dressRows(this);
    setUniformItemSizes(false); // titles are lower, reasons take several lines
    setItemDelegate(new AlikeDelegate(this));
    setResizeMode(QListView::Adjust);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(this, &QListView::activated, this, [this](const QModelIndex &index) {
        if (const std::optional<PatientId> id = m_ids.value(index.row()))
            emit chosen(*id);
    });
}

void AlikeList::addTitle(Section section)
{
    auto *title = new QStandardItem(titleOf(section));
    title->setData(int(section), SectionRole);
    title->setFlags(Qt::NoItemFlags);
    m_people->appendRow(title);
    m_ids << std::nullopt;
}

void AlikeList::addPerson(Section section, const PatientHit &hit, const QStringList &words, QDate today)
{
    auto *person = new QStandardItem(hit.name);
    const QString about = sexAndAge(hit.sex, hit.birthDate, today);
    const QString last = hit.lastVisit ? relativeDay(*hit.lastVisit, today) : QString();
    person->setData(hit.id.toString(), IdRole);
    person->setData(int(section), SectionRole);
    person->setData(about, AboutRole);
    person->setData(last, LastRole);
    person->setData(words, WordsRole);
    QStringList spoken = QStringList{hit.name, about, titleOf(section)} + words;
    if (!last.isEmpty())
        spoken << tr("last visit %1").arg(last);
    spoken.removeAll(QString());
    person->setData(spoken.join(QStringLiteral(", ")), Qt::AccessibleTextRole);
    person->setToolTip(hit.number);
    m_people->appendRow(person);
    m_ids << hit.id;
}

void AlikeList::setPeople(const QList<duplicates::Candidate> &alike, const QList<PatientHit> &family, QDate today)
{
    const QVariant before = currentIndex().data(IdRole);
    m_people->clear();
    m_ids.clear();
    QSet<PatientId> listed;
    std::optional<Section> open;
    const auto under = [&](Section section) {
        if (open != section)
            addTitle(section);
        open = section;
    };
    for (const duplicates::Candidate &candidate : alike) {
        if (isOnlyHousehold(candidate.match))
            continue;
        const Section section = sectionOf(candidate.match.level);
        under(section);
        QStringList words = reasonTexts(candidate.match);
        if (!candidate.match.has(linkage::Reason::Kind::SamePhone) && !candidate.hit.phone.isEmpty())
            words << candidate.hit.phone;
        addPerson(section, candidate.hit, words, today);
        listed << candidate.hit.id;
    }
    for (const PatientHit &hit : family) {
        if (listed.contains(hit.id))
            continue;
        under(Family);
        addPerson(Family, hit, {}, today);
        listed << hit.id;
    }
    for (int row = 0; before.isValid() && row < m_people->rowCount(); ++row) {
        if (m_people->index(row, 0).data(IdRole) == before)
            setCurrentIndex(m_people->index(row, 0));
    }
}

bool AlikeList::isEmpty() const
{
    return m_people->rowCount() == 0;
}

void AlikeList::focusFirst()
{
    setFocus(Qt::ShortcutFocusReason);
    if (m_people->rowCount() > 1)
        setCurrentIndex(m_people->index(1, 0)); // below the first title
}

} // namespace xinglin::ui
