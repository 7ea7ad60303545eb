#include "ui/settings/resourcesection.h"

#include "ui/kit/hues.h"
#include "ui/kit/ondone.h"
#include "ui/kit/rowdelegate.h"

#include <QStandardItem>

#include <algorithm>
#include <utility>

namespace xinglin::ui {

namespace {
constexpr int colourColumn = 5;
} // namespace

ResourceSection::ResourceSection(Clinic &clinic, QWidget *parent) : KeptSection(clinic, shape(), parent)
{
}

KeptSection::Shape ResourceSection::shape()
{
    Shape shape{QStringLiteral("settingsResources"),
                QStringLiteral("resource"),
                "resource",
                tr("Staff and rooms"),
                tr("Who and what can be booked"),
                {{tr("Name")},
                 {tr("What it is"), 112},
                 {tr("Signs in as"), 128},
                 {tr("Usual room"), 112},
                 {tr("At once"), 80, true},
                 {tr("Colour"), 96},
                 {tr("State"), 96}},
                QStringLiteral("view-calendar-day"),
                tr("No practitioners yet"),
                tr("Add who treats patients with [N], then rooms, beds and devices. They get hours and services next."),
                tr("New entry")};
    shape.ordered = true;
    return shape;
}

bool ResourceSection::concerns(const store::ChangeSet &changes) const
{
    return changes.touches("resource") || changes.touches("user");
}

void ResourceSection::load()
{
    const auto asked = clinic().read([](const store::Snapshot &view) -> Result<ResourceDialog::Known> {
        auto resources = schedule::resources(view, true);
        if (!resources)
            return resources.error();
        auto people = access::users(view);
        if (!people && people.error().code != Code::NoPermission)
            return people.error();
        return ResourceDialog::Known{*std::move(resources), people ? *std::move(people) : QList<access::User>()};
    });
    onDone(asked, this, [this](const Result<ResourceDialog::Known> &known) {
        if (!known)
            return sayProblem(known.error());
        showKnown(*known);
    });
}

QString ResourceSection::personOf(const Resource &resource) const
{
    const auto person = std::find_if(m_known.people.cbegin(), m_known.people.cend(),
                                     [&](const access::User &one) { return resource.content.user == one.id; });
    return person == m_known.people.cend() ? QString() : person->name;
}

QString ResourceSection::roomOf(const Resource &resource) const
{
    const auto room = std::find_if(m_known.resources.cbegin(), m_known.resources.cend(),
                                   [&](const Resource &one) { return resource.content.room == one.id; });
    return room == m_known.resources.cend() ? QString() : room->content.name;
}

void ResourceSection::showKnown(const ResourceDialog::Known &known)
{
    // Who was chosen stays so, wherever they stand now.
    if (!m_chosen && chosen() >= 0 && chosen() < m_known.resources.size())
        m_chosen = m_known.resources.at(chosen()).id;
    m_known = known;
    QList<QStringList> rows;
    for (const Resource &one : m_known.resources) {
        if (one.id == m_chosen)
            choose(int(rows.size()));
        rows << QStringList{one.content.name,
                            kindWords(one.content.kind),
                            personOf(one),
                            roomOf(one),
                            QString::number(one.content.capacity),
                            hueWords(one.content.hue),
                            one.retired ? tr("retired") : tr("in use")};
    }
    m_chosen.reset();
    showRows(rows);
    m_isKnown = true;
    if (std::exchange(m_wantsNew, false))
        begin();
}

void ResourceSection::dressRow(int row, const QList<QStandardItem *> &cells)
{
    const Resource &resource = m_known.resources.at(row);
    cells.constFirst()->setToolTip(resource.content.name);
    if (!resource.content.hue.isEmpty())
        cells[colourColumn]->setData(int(toneOf(resource.content.hue)), RowToneRole);
    if (!resource.retired)
        return;
    for (QStandardItem *cell : cells)
        cell->setData(int(Token::Text3), RowColorRole);
}

bool ResourceSection::isRetired(int row) const
{
    return row >= 0 && row < m_known.resources.size() && m_known.resources.at(row).retired;
}

void ResourceSection::edit(int row)
{
    ask(m_known.resources.at(row));
}

void ResourceSection::begin()
{
    m_wantsNew = !m_isKnown;
    if (m_wantsNew)
        return;
    ask({});
}

void ResourceSection::ask(const std::optional<Resource> &resource)
{
    auto *dialog = new ResourceDialog(clinic(), m_known, resource, this);
    connect(dialog, &ResourceDialog::stored, this, [this, isNew = !resource](const Resource &made) {
        m_chosen = made.id;
        say(Done{}, isNew ? tr("“%1” can be given hours and services now.").arg(made.content.name)
                          : tr("“%1” is changed.").arg(made.content.name));
        load();
    });
    dialog->open();
}

void ResourceSection::retire(int row)
{
    const Resource one = m_known.resources.at(row);
    m_chosen = one.id;
    const auto done = clinic().write("resource.retire", [one](store::Transaction &tx) {
        return schedule::retireResource(tx, one.id, !one.retired);
    });
    onDone(done, this, [this, one](const Result<Done> &result) {
        say(result, one.retired ? tr("“%1” is in use again.").arg(one.content.name)
                                : tr("“%1” is booked no more; what is booked stays.").arg(one.content.name));
    });
}

void ResourceSection::move(int row, int by)
{
    const int to = row + by;
    if (to < 0 || to >= m_known.resources.size())
        return;
    const auto group = [&](int at) {
        return std::pair(m_known.resources.at(at).retired, m_known.resources.at(at).content.kind);
    };
    if (group(row) != group(to))
        return;
    QList<Resource> order = m_known.resources;
    order.swapItemsAt(row, to);
    m_chosen = m_known.resources.at(row).id;
    const auto done = clinic().write("resource.edit", [order](store::Transaction &tx) -> Result<Done> {
        QHash<int, int> last; // of each kind
        for (const Resource &one : order) {
            if (one.retired)
                continue;
            ResourceDraft draft = one.content;
            draft.position = ++last[int(draft.kind)];
            if (draft.position == one.content.position)
                continue;
            if (const auto edited = schedule::editResource(tx, one.id, draft); !edited)
                return edited.error();
        }
        return Done{};
    });
    onDone(done, this, [this](const Result<Done> &result) {
        if (!result)
            sayProblem(result.error());
    });
}

} // namespace xinglin::ui
