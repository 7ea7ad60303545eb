#include "ui/settings/servicesection.h"

#include "clinic/prescription/prices.h"
#include "ui/kit/hues.h"
#include "ui/kit/ondone.h"
#include "ui/kit/rowdelegate.h"
#include "ui/settings/needsedit.h"

#include <QStandardItem>

#include <algorithm>
#include <utility>

namespace xinglin::ui {

namespace {

constexpr int withColumn = 2;

/// "30 min", "10 + 40 + 10 min" with the buffers.
QString lengthWords(const HealthcareServiceDraft &service)
{
    QStringList parts;
    for (const auto span : {service.before, service.duration, service.after}) {
        if (span.count() > 0)
            parts << QString::number(span.count());
    }
    return ServiceSection::tr("%1 min").arg(parts.join(QStringLiteral(" + ")));
}

QString quotaWords(const HealthcareServiceDraft &service)
{
    const QString most = service.mostADay ? QString::number(*service.mostADay) : QString();
    if (service.extraADay == 0)
        return most;
    return (most.isEmpty() ? most : most + u' ') + QStringLiteral("+%1").arg(service.extraADay);
}

} // namespace

ServiceSection::ServiceSection(Clinic &clinic, std::shared_ptr<const Catalog> catalog, QWidget *parent)
    : KeptSection(clinic, shape(), parent), m_catalog(std::move(catalog))
{
}

KeptSection::Shape ServiceSection::shape()
{
    Shape shape{QStringLiteral("settingsServices"),
                QStringLiteral("service"),
                "healthcare_service",
                tr("Services"),
                tr("What can be booked"),
                {{tr("Service"), 184},
                 {tr("Lasts"), 128},
                 {tr("With whom, where, with what")},
                 {tr("A day"), 80, true},
                 {tr("Yuan"), 88, true},
                 {tr("State"), 96}},
                QStringLiteral("view-list-details"),
                tr("No services yet"),
                tr("Add one with [N]: a name of your own, or some letters of one of the catalogue."),
                tr("New service")};
    shape.ordered = true;
    return shape;
}

bool ServiceSection::concerns(const store::ChangeSet &changes) const
{
    return changes.touches("healthcare_service") || changes.touches("service_resource") || changes.touches("resource");
}

void ServiceSection::load()
{
    const auto read = [catalog = m_catalog,
                       offers = m_known.offers](const store::Snapshot &view) -> Result<ServiceDialog::Known> {
        auto services = schedule::services(view, true);
        if (!services)
            return services.error();
        auto resources = schedule::resources(view);
        if (!resources)
            return resources.error();
        return ServiceDialog::Known{*std::move(services), *std::move(resources),
                                    offers.isEmpty() ? offersOf(catalog->services) : offers};
    };
    onDone(clinic().read(read), this, [this](const Result<ServiceDialog::Known> &known) {
        if (!known)
            return sayProblem(known.error());
        showKnown(*known);
    });
}

void ServiceSection::showKnown(const ServiceDialog::Known &known)
{
    // What was chosen stays so, wherever it stands now.
    if (!m_chosen && chosen() >= 0 && chosen() < m_known.services.size())
        m_chosen = m_known.services.at(chosen()).id;
    m_known = known;
    QList<QStringList> rows;
    for (const HealthcareService &one : m_known.services) {
        if (one.id == m_chosen)
            choose(int(rows.size()));
        rows << QStringList{one.content.name,
                            lengthWords(one.content),
                            needsWords(one.content.needs, m_known.resources),
                            quotaWords(one.content),
                            one.content.price ? prices::yuanText(*one.content.price) : QString(),
                            one.retired ? tr("retired") : tr("in use")};
    }
    m_chosen.reset();
    showRows(rows);
    m_isKnown = true;
    if (std::exchange(m_wantsNew, false))
        begin();
}

void ServiceSection::dressRow(int row, const QList<QStandardItem *> &cells)
{
    const HealthcareService &service = m_known.services.at(row);
    cells.constFirst()->setToolTip(service.content.name);
    cells[withColumn]->setToolTip(cells[withColumn]->text());
    if (service.content.needs.isEmpty()) {
        cells[withColumn]->setText(tr("nobody and nothing in use"));
        cells[withColumn]->setData(int(Tone::Gamboge), RowToneRole);
    }
    if (!service.retired)
        return;
    for (QStandardItem *cell : cells)
        cell->setData(int(Token::Text3), RowColorRole);
}

bool ServiceSection::isRetired(int row) const
{
    return row >= 0 && row < m_known.services.size() && m_known.services.at(row).retired;
}

void ServiceSection::edit(int row)
{
    ask(m_known.services.at(row));
}

void ServiceSection::begin()
{
    m_wantsNew = !m_isKnown;
    if (m_wantsNew)
        return;
    if (m_known.resources.isEmpty())
        return sayProblem(
            {Code::Conflict, tr("Add a practitioner, room or device first: a service needs one."), {}, {}});
    ask({});
}

void ServiceSection::ask(const std::optional<HealthcareService> &service)
{
    auto *dialog = new ServiceDialog(clinic(), m_known, service, this);
    connect(dialog, &ServiceDialog::stored, this, [this, isNew = !service](const HealthcareService &made) {
        m_chosen = made.id;
        say(Done{}, isNew ? tr("“%1” can be booked now.").arg(made.content.name)
                          : tr("“%1” is changed.").arg(made.content.name));
        load();
    });
    dialog->open();
}

void ServiceSection::retire(int row)
{
    const HealthcareService one = m_known.services.at(row);
    m_chosen = one.id;
    const auto done = clinic().write(
        "service.retire", [one](store::Transaction &tx) { return schedule::retireService(tx, one.id, !one.retired); });
    onDone(done, this, [this, one](const Result<Done> &result) {
        say(result, one.retired ? tr("“%1” is in use again.").arg(one.content.name)
                                : tr("“%1” is booked no more; what is booked stays.").arg(one.content.name));
    });
}

void ServiceSection::move(int row, int by)
{
    const int to = row + by;
    if (to < 0 || to >= m_known.services.size() || isRetired(row) || isRetired(to))
        return;
    QList<HealthcareService> order = m_known.services;
    order.swapItemsAt(row, to);
    m_chosen = m_known.services.at(row).id;
    const auto done = clinic().write("service.edit", [order](store::Transaction &tx) -> Result<Done> {
        int position = 0;
        for (const HealthcareService &one : order) {
            if (one.retired)
                continue;
            HealthcareServiceDraft draft = one.content;
            draft.position = ++position;
            if (draft.position == one.content.position)
                continue;
            if (const auto edited = schedule::editService(tx, one.id, draft); !edited)
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
