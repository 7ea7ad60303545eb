#include "ui/shell/workspace.h"

#include "ui/kit/chip.h"
#include "ui/kit/rail.h"
#include "ui/kit/statusbar.h"
#include "ui/kit/toast.h"
#include "ui/shell/topbar.h"

#include <QHBoxLayout>
#include <QShortcut>
#include <QStackedWidget>

namespace xinglin::ui {

namespace {
constexpr qsizetype longestTrail = 20;
} // namespace

Workspace::Workspace(Clinic &clinic, const Who &who, const QKeySequence &lockKeys, QWidget *parent)
    : QWidget(parent)
    , m_who(who)
    , m_box(new GlobalBox(clinic))
    , m_rail(new Rail)
    , m_top(new TopBar(m_box, who.label(), lockKeys))
    , m_column(new QVBoxLayout)
    , m_pages(new QStackedWidget)
    , m_status(new StatusBar)
    , m_warning(new Chip(Tone::Cinnabar, QStringLiteral("dialog-warning"), QString()))
    , m_toast(nullptr)
{
    setObjectName(QStringLiteral("workspace"));
    m_warning->setObjectName(QStringLiteral("warning"));
    m_warning->setCursor(Qt::PointingHandCursor);
    m_warning->hide();
    m_status->addRight(m_warning);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    m_column->addWidget(m_top);
    m_column->addWidget(m_pages, 1);
    m_column->addWidget(m_status);
    auto *all = new QHBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addWidget(m_rail);
    all->addLayout(m_column, 1);
    m_toast = new Toast(m_pages);

    connect(m_rail, &Rail::chosen, this, &Workspace::goIndex);
    connect(m_top, &TopBar::lockWanted, this, &Workspace::lockWanted);
    connect(m_warning, &Chip::clicked, this, &Workspace::warningPressed);
    connect(m_box, &GlobalBox::left, this, [this] {
        if (current())
            current()->activate();
    });
    auto *find = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_K), this);
    connect(find, &QShortcut::activated, m_box, &GlobalBox::call);
}

void Workspace::addPlace(Page *page, const Place &place)
{
    if (!m_places.isEmpty() && place.group != m_group)
        m_rail->addGroupLine();
    m_group = place.group;
    const auto index = static_cast<int>(m_places.size());
    m_places << page;
    RailButton *button = m_rail->addPlace(place.iconName, place.name);
    button->setObjectName(QStringLiteral("place-%1").arg(page->placeId()));
    const QKeySequence keys(Qt::ALT | Qt::Key(Qt::Key_1 + index));
    button->setToolTip(QStringLiteral("%1  %2").arg(place.name, keys.toString(QKeySequence::NativeText)));
    auto *shortcut = new QShortcut(keys, this);
    connect(shortcut, &QShortcut::activated, this, [this, index] { goIndex(index); });
    m_box->addCommand({page->placeId(), tr("Go to %1").arg(place.name), QStringLiteral("Alt %1").arg(index + 1),
                       [this, index] { goIndex(index); }});
    addPage(page, page->placeId());
}

void Workspace::addPage(Page *page, const QString &placeId)
{
    m_placeOf.insert(page->placeId(), placeId);
    m_pages->addWidget(page);
    connect(page, &Page::headingChanged, this, [this, page] {
        if (page == current())
            showHeading();
    });
    connect(page, &Page::patientChanged, this, [this, page] {
        if (page == current())
            emit patientShown(page->patient());
    });
    if (m_pages->count() == 1)
        bring(page);
}

Page *Workspace::current() const
{
    return qobject_cast<Page *>(m_pages->currentWidget());
}

Page *Workspace::page(const QString &pageId) const
{
    for (int i = 0; i < m_pages->count(); ++i) {
        if (auto *page = qobject_cast<Page *>(m_pages->widget(i)); page && page->placeId() == pageId)
            return page;
    }
    return nullptr;
}

void Workspace::goIndex(int place)
{
    Page *page = m_places.value(place);
    if (!page)
        return;
    const QString id = page->placeId();
    if (current() && m_placeOf.value(current()->placeId()) == id)
        bring(page); // a place chosen once more shows its first page
    else if (Page *last = m_lastOf.value(id, page); last->hasUnsaved())
        bring(last); // what was begun there waits
    else
        bring(page);
}

void Workspace::go(const QString &pageId)
{
    if (Page *wanted = page(pageId))
        bring(wanted);
}

void Workspace::back()
{
    while (!m_trail.isEmpty()) {
        Page *before = m_trail.takeLast();
        if (before == current())
            continue;
        bring(before);
        m_trail.removeLast();
        return;
    }
    goIndex(0);
}

void Workspace::bring(Page *page)
{
    if (Page *before = current(); before && before != page) {
        m_trail << before;
        if (m_trail.size() > longestTrail)
            m_trail.removeFirst();
    }
    m_pages->setCurrentWidget(page);
    const QString place = m_placeOf.value(page->placeId());
    m_lastOf.insert(place, page);
    for (int i = 0; i < m_places.size(); ++i) {
        if (m_places[i]->placeId() == place)
            m_rail->setCurrent(i);
    }
    showHeading();
    emit patientShown(page->patient());
    page->activate();
}

void Workspace::showHeading()
{
    m_top->setHeading(current()->title(), current()->context());
    QList<StatusBar::Key> keys;
    for (const KeyHint &hint : current()->keyHints())
        keys << StatusBar::Key{hint.keys, hint.does};
    m_status->setKeys(keys);
}

void Workspace::tell(const QString &sentence)
{
    m_toast->say(sentence);
}

void Workspace::setWarning(const QString &sentence)
{
    m_warning->setText(sentence);
    m_warning->setAccessibleName(sentence);
    m_warning->setVisible(!sentence.isEmpty());
}

Chip *Workspace::addWarning(const QString &objectName)
{
    auto *warning = new Chip(Tone::Cinnabar, QStringLiteral("dialog-warning"), QString());
    warning->setObjectName(objectName);
    warning->setCursor(Qt::PointingHandCursor);
    warning->hide();
    m_status->addRight(warning);
    return warning;
}

void Workspace::addStatus(QWidget *widget)
{
    m_status->addRight(widget);
}

void Workspace::addBand(QWidget *band)
{
    m_column->insertWidget(m_column->indexOf(m_pages), band);
}

void Workspace::rest(bool resting)
{
    m_resting = resting;
    emit restChanged(resting);
    for (int i = 0; i < m_pages->count(); ++i) {
        if (auto *page = qobject_cast<Page *>(m_pages->widget(i)))
            page->rest(resting);
    }
}

bool Workspace::wouldLose() const
{
    for (int i = 0; i < m_pages->count(); ++i) {
        if (const auto *page = qobject_cast<Page *>(m_pages->widget(i));
            page && page->hasUnsaved() && !page->keepsDrafts())
            return true;
    }
    return false;
}

bool Workspace::hasUnsaved() const
{
    for (int i = 0; i < m_pages->count(); ++i) {
        if (const auto *page = qobject_cast<Page *>(m_pages->widget(i)); page && page->hasUnsaved())
            return true;
    }
    return false;
}

} // namespace xinglin::ui
