#include "ui/visit/tonguepicker.h"

#include "ui/kit/chipbar.h"
#include "ui/kit/text.h"
#include "ui/visit/tonguemap.h"
#include "ui/visit/visitwords.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>

namespace xinglin::ui {

namespace {

/// Terms that are seen daily; the others are typed, and get a chip once chosen.
QList<QStringList> dailyTerms()
{
    const auto ids = [](const char *text) { return QString::fromLatin1(text).split(u' '); };
    return {ids("t_pale t_pale_red t_red t_crimson t_purple t_dark_red"),
            ids("t_size_normal t_enlarged t_thin t_tooth_marks t_fissures t_stasis_spots"),
            ids("t_thin_coat t_thick_coat t_greasy_coat t_moist_coat t_dry_coat t_scant_coat t_patchy_peeled"),
            ids("t_white_coat t_yellow_coat t_grey_coat t_black_coat")};
}

QList<QStringList> groupsOfRows()
{
    const auto ids = [](const char *text) { return QString::fromLatin1(text).split(u' '); };
    return {ids("body_colour body_vitality"),
            ids("body_size body_surface body_spots body_texture body_motion sublingual"),
            ids("coat_thickness coat_texture coat_moisture coat_peeling coat_distribution coat_root"),
            ids("coat_colour coat_stain")};
}

} // namespace

TonguePicker::TonguePicker(std::shared_ptr<const Catalog> catalog, QWidget *parent)
    : QWidget(parent)
    , m_catalog(std::move(catalog))
    , m_map(new TongueMap)
    , m_quick(new QLineEdit)
    , m_region(new Label({}, TypeStyle::Caption, Token::Text2))
{
    setObjectName(QStringLiteral("tonguePicker"));
    auto *box = new QHBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(gapGroups);
    box->addWidget(m_map, 0, Qt::AlignTop);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(10);
    grid->setVerticalSpacing(0);
    const QStringList labels = {tr("Colour"), tr("Shape"), tr("Coating"), tr("Coating colour")};
    const QList<QStringList> daily = dailyTerms();
    QList<Term> ordered;
    for (int i = 0; i < labels.size(); ++i) {
        auto *bar = new ChipBar(tr("Tongue, %1").arg(labels.at(i)));
        bar->setObjectName(QStringLiteral("tongueRow%1").arg(i));
        m_rows.append({daily.at(i), bar});
        for (const QString &id : daily.at(i)) {
            if (const Term *term = m_catalog->tongue.find(id))
                ordered << *term;
        }
        auto *label = new Label(labels.at(i), TypeStyle::Small, Token::Text2);
        label->setBuddy(bar);
        grid->addWidget(label, i, 0, Qt::AlignTop);
        label->setMinimumHeight(bar->sizeHint().height());
        grid->addWidget(bar, i, 1);
        connect(bar, &ChipBar::changed, this, [this, i](const QStringList &selected) { chosenInRow(i, selected); });
    }
    for (const Term &term : m_catalog->tongue.terms()) {
        if (!ordered.contains(term))
            ordered << term;
    }
    m_keys = typingKeys(ordered);
    m_quick->setObjectName(QStringLiteral("tongueQuick"));
    m_quick->setAccessibleName(tr("Tongue by letters"));
    m_quick->setPlaceholderText(tr("One line: dh ch b ba ⏎"));
    m_quick->setToolTip(tr("Also without blanks: dhchbba"));
    connect(m_quick, &QLineEdit::editingFinished, this, [this] {
        const QString typed = m_quick->text();
        if (!typed.trimmed().isEmpty() && isEnabled() && isVisible()) // behind a lock it waits
            m_quick->setText(choose(typed).join(u' '));
    });
    auto *typing = new Label(tr("Typed"), TypeStyle::Small, Token::Text2);
    typing->setBuddy(m_quick);
    grid->addWidget(typing, int(labels.size()), 0);
    grid->addWidget(m_quick, int(labels.size()), 1);
    m_region->setObjectName(QStringLiteral("tongueRegion"));
    m_region->setWordWrap(true);
    grid->addWidget(m_region, int(labels.size()) + 1, 0, 1, 2);
    grid->setColumnStretch(1, 1);
    box->addLayout(grid, 1);
    connect(m_map, &TongueMap::zoneTaken, this, [this](const QString &zone) {
        refresh();
        if (!zone.isEmpty())
            m_rows.first().bar->setFocus(Qt::OtherFocusReason);
    });
    setFocusProxy(m_quick);
    setTabOrder(m_quick, m_rows.first().bar);
    for (int i = 1; i < m_rows.size(); ++i)
        setTabOrder(m_rows.at(i - 1).bar, m_rows.at(i).bar);
    refresh();
}

TonguePicker::~TonguePicker()
{
    // A field that has the focus tells of leaving it; that must reach a widget that is still whole.
    hide();
}

QString TonguePicker::itemOf(const Term &term) const
{
    const QString code = QStringLiteral("tongue.") + term.group;
    return m_catalog->visitForm.item(code) ? code : QString();
}

bool TonguePicker::belongs(const Row &row, const Term &term) const
{
    return groupsOfRows().at(&row - m_rows.constData()).contains(term.group);
}

QStringList TonguePicker::rowTerms(const Row &row) const
{
    QStringList ids = row.shown;
    for (const QString &id : m_chosen + m_last) {
        const Term *term = m_catalog->tongue.find(id);
        if (term && belongs(row, *term) && !ids.contains(id))
            ids << id;
    }
    return ids;
}

void TonguePicker::setAnswers(const QList<Answer> &answers)
{
    m_chosen.clear();
    m_regions.clear();
    for (const Answer &answer : answers) {
        if (answer.item == u"tongue.region")
            m_regions.insert(answer.site, answer.code);
        else if (answer.item.startsWith(u"tongue.") && m_catalog->tongue.find(answer.code))
            m_chosen << answer.code;
    }
    m_map->setTaken({});
    m_quick->clear();
    refresh();
}

QList<Answer> TonguePicker::answers() const
{
    QList<Answer> list;
    QHash<QString, int> ranks;
    for (const forms::Section &section : m_catalog->visitForm.sections) {
        for (const forms::Item &item : section.items) {
            for (const QString &id : m_chosen) {
                const Term *term = m_catalog->tongue.find(id);
                if (!term || itemOf(*term) != item.code)
                    continue;
                Answer answer;
                answer.item = item.code;
                answer.code = id;
                answer.rank = ranks[item.code]++;
                list << answer;
            }
        }
    }
    for (auto region = m_regions.begin(); region != m_regions.end(); ++region) {
        Answer answer;
        answer.item = QStringLiteral("tongue.region");
        answer.site = region.key();
        answer.code = region.value();
        list << answer;
    }
    return list;
}

void TonguePicker::setLast(const QList<Answer> &answers)
{
    m_last.clear();
    for (const Answer &answer : answers) {
        if (answer.item.startsWith(u"tongue.") && answer.item != u"tongue.region")
            m_last << answer.code;
    }
    refresh();
}

void TonguePicker::setReadOnly(bool readOnly)
{
    setEnabled(!readOnly);
}

void TonguePicker::choose(const Term &term)
{
    m_chosen.removeIf([&](const QString &id) {
        const Term *other = m_catalog->tongue.find(id);
        return other && !m_catalog->tongue.fit(term, *other);
    });
    if (!m_chosen.contains(term.id))
        m_chosen << term.id;
}

const Term *TonguePicker::termOf(const QString &letters) const
{
    for (const Term &term : m_catalog->tongue.terms()) {
        if (m_keys.value(term.id) == letters && !itemOf(term).isEmpty())
            return &term;
    }
    return nullptr;
}

QList<const Term *> TonguePicker::termsIn(const QString &letters) const
{
    // From the end: the fewest terms that make up what follows; of equals the longest first one.
    constexpr qsizetype longestKey = 6;
    QList<QList<const Term *>> best(letters.size() + 1);
    for (qsizetype at = letters.size() - 1; at >= 0; --at) {
        for (qsizetype length = 1; length <= std::min(longestKey, letters.size() - at); ++length) {
            const bool rest = at + length == letters.size() || !best.at(at + length).isEmpty();
            const Term *term = rest ? termOf(letters.mid(at, length)) : nullptr;
            const bool twice = term && best.at(at + length).contains(term);
            if (term && !twice && (best.at(at).isEmpty() || best.at(at + length).size() + 1 <= best.at(at).size()))
                best[at] = QList<const Term *>{term} + best.at(at + length);
        }
    }
    return best.first();
}

QStringList TonguePicker::choose(const QString &typed)
{
    QStringList unknown;
    const QStringList words = typed.toLower().split(u' ', Qt::SkipEmptyParts);
    for (const QString &word : words) {
        QList<const Term *> found = termsIn(word);
        const QList<Term> others = found.isEmpty() ? m_catalog->tongue.complete(word, {}, 1) : QList<Term>();
        if (!others.isEmpty() && !itemOf(others.first()).isEmpty())
            found << &others.first();
        for (const Term *term : std::as_const(found))
            choose(*term);
        if (found.isEmpty())
            unknown << word;
    }
    refresh();
    if (unknown.size() < words.size())
        emit changed();
    return unknown;
}

void TonguePicker::chosenInRow(int index, const QStringList &selected)
{
    const Row &row = m_rows.at(index);
    const QString zone = m_map->taken();
    if (index == 0 && !zone.isEmpty()) {
        // Said of the zone alone: the chip that was toggled is the zone's colour.
        for (const QString &id : rowTerms(row)) {
            if (m_chosen.contains(id) != selected.contains(id)) {
                if (m_regions.value(zone) == id)
                    m_regions.remove(zone);
                else
                    m_regions.insert(zone, id);
            }
        }
        m_map->setTaken({});
        refresh();
        emit changed();
        return;
    }
    for (const QString &id : rowTerms(row)) {
        const Term *term = m_catalog->tongue.find(id);
        if (!term)
            continue;
        if (selected.contains(id) && !m_chosen.contains(id))
            choose(*term);
        else if (!selected.contains(id))
            m_chosen.removeAll(id);
    }
    refresh();
    emit changed();
}

void TonguePicker::refresh()
{
    for (const Row &row : std::as_const(m_rows)) {
        QList<ChipItem> chips;
        for (const QString &id : rowTerms(row)) {
            const Term *term = m_catalog->tongue.find(id);
            if (!term)
                continue;
            ChipItem chip;
            chip.id = id;
            chip.text = shortName(*term);
            chip.initials = m_keys.value(id);
            chip.on = m_chosen.contains(id);
            chip.wasLastTime = m_last.contains(id);
            chips << chip;
        }
        if (chips != row.bar->chips())
            row.bar->setChips(chips);
    }
    m_map->setMarked(m_regions.keys());
    m_region->setText(regionText());
    m_region->setVisible(!m_region->text().isEmpty());
}

QString TonguePicker::regionText() const
{
    QStringList parts;
    if (!m_map->taken().isEmpty())
        parts << tr("The next colour is that of the %1.").arg(TongueMap::zoneName(m_map->taken()));
    for (auto region = m_regions.begin(); region != m_regions.end(); ++region) {
        if (const Term *term = m_catalog->tongue.find(region.value()))
            parts << TongueMap::zoneName(region.key()) + u' ' + shortName(*term);
    }
    if (!m_last.isEmpty()) {
        QStringList names;
        for (const QString &id : m_last) {
            if (const Term *term = m_catalog->tongue.find(id))
                names << shortName(*term);
        }
        parts << tr("Last time: %1").arg(names.join(tr(", ", "between findings of the tongue")));
    }
    return parts.join(QStringLiteral("   "));
}

} // namespace xinglin::ui
