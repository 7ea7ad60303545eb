#include "ui/settings/settingspage.h"

#include "ui/kit/icons.h"
#include "ui/kit/pane.h"
#include "ui/kit/rowdelegate.h"
#include "ui/kit/text.h"

#include <QHBoxLayout>
#include <QListWidget>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace xinglin::ui {

SettingsPage::SettingsPage(QWidget *parent)
    : Page(QStringLiteral("settings"), parent), m_list(new QListWidget), m_stack(new QStackedWidget)
{
    auto *side = new Pane(Token::Window, Qt::RightEdge);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 1, 0);
    m_list->setObjectName(QStringLiteral("settingsSections"));
    m_list->setAccessibleName(tr("Sections of the settings"));
    m_list->setFrameShape(QFrame::NoFrame);
    dressRows(m_list)->setPadding(pageMargin, 8);
    m_list->setFixedWidth(Theme::of(this).scaled(200));
    setGround(m_list->viewport(), Token::Window);
    column->addWidget(m_list);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(side);
    row->addWidget(m_stack, 1);
    connect(m_list, &QListWidget::currentRowChanged, this, &SettingsPage::bring);
    for (const int key : {Qt::Key_Return, Qt::Key_Right}) {
        auto *into = new QShortcut(QKeySequence(key), m_list);
        into->setContext(Qt::WidgetShortcut);
        connect(into, &QShortcut::activated, this, [this] {
            if (current())
                current()->activate();
        });
    }
}

void SettingsPage::addSection(Page *section, const QString &iconName)
{
    m_sections << section;
    m_stack->addWidget(section);
    auto *item = new QListWidgetItem(section->title());
    item->setData(RowIconRole, iconName);
    m_list->addItem(item);
    connect(section, &Page::headingChanged, this, [this, section, item] {
        item->setText(section->title());
        if (section == current())
            emit headingChanged();
    });
    connect(section, &Page::patientChanged, this, &SettingsPage::patientChanged);
    if (m_sections.size() == 1)
        m_list->setCurrentRow(0);
}

void SettingsPage::goTo(const QString &sectionId)
{
    for (int i = 0; i < m_sections.size(); ++i) {
        if (m_sections.at(i)->placeId() == sectionId) {
            m_list->setCurrentRow(i);
            if (isVisible())
                m_sections.at(i)->activate();
        }
    }
}

Page *SettingsPage::section(const QString &sectionId) const
{
    const auto found = std::find_if(m_sections.begin(), m_sections.end(),
                                    [&](const Page *section) { return section->placeId() == sectionId; });
    return found == m_sections.end() ? nullptr : *found;
}

Page *SettingsPage::current() const
{
    return static_cast<Page *>(m_stack->currentWidget());
}

void SettingsPage::bring(int row)
{
    if (row < 0)
        return;
    m_stack->setCurrentIndex(row);
    emit headingChanged();
    emit patientChanged();
}

QString SettingsPage::title() const
{
    return tr("Settings");
}

QString SettingsPage::context() const
{
    if (!current())
        return {};
    const QString more = current()->context();
    return more.isEmpty() ? current()->title()
                          : tr("%1, %2", "section and what it shows").arg(current()->title(), more);
}

QList<KeyHint> SettingsPage::keyHints() const
{
    return current() ? current()->keyHints() : QList<KeyHint>();
}

std::optional<PatientId> SettingsPage::patient() const
{
    return current() ? current()->patient() : std::nullopt;
}

void SettingsPage::activate()
{
    if (current() && current()->focusWidget())
        current()->activate();
    else
        m_list->setFocus(Qt::OtherFocusReason);
}

void SettingsPage::rest(bool resting)
{
    Page::rest(resting);
    for (Page *section : std::as_const(m_sections))
        section->rest(resting);
}

bool SettingsPage::keepsDrafts() const
{
    return std::all_of(m_sections.begin(), m_sections.end(),
                       [](const Page *section) { return !section->hasUnsaved() || section->keepsDrafts(); });
}

bool SettingsPage::hasUnsaved() const
{
    return std::any_of(m_sections.begin(), m_sections.end(), [](const Page *section) { return section->hasUnsaved(); });
}

} // namespace xinglin::ui
