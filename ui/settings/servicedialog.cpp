#include "ui/settings/servicedialog.h"

#include "base/text/hanlatin.h"
#include "ui/kit/field.h"
#include "ui/kit/hues.h"
#include "ui/kit/numberunit.h"
#include "ui/kit/ondone.h"
#include "ui/kit/popuplist.h"
#include "ui/kit/text.h"
#include "ui/settings/needsedit.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QLocale>

#include <algorithm>

namespace xinglin::ui {

namespace {

constexpr int dialogWidth = 640;
constexpr int offered = 8;

bool isChinese()
{
    return QLocale().language() == QLocale::Chinese;
}

const QString &nameOf(const Service &service)
{
    return isChinese() || service.en.isEmpty() ? service.zh : service.en;
}

std::chrono::minutes minutesIn(const NumberUnit *field, int otherwise)
{
    return std::chrono::minutes(field->scaled().value_or(otherwise));
}

} // namespace

QList<OfferedService> offersOf(const ServiceList &services)
{
    QList<OfferedService> offers;
    for (const Service &service : services.services()) {
        QString initials;
        const auto characters = service.zh.toUcs4();
        for (const uint character : characters)
            initials += hanReading(character).left(1);
        offers << OfferedService{service, QStringList{service.zh, service.en.toLower(), initials}.join(u'\n')};
    }
    return offers;
}

ServiceDialog::ServiceDialog(Clinic &clinic, const Known &known, const std::optional<HealthcareService> &service,
                             QWidget *parent)
    : FormDialog(service ? tr("Change “%1”?").arg(service->content.name) : tr("Add a service?"),
                 service ? tr("What is booked stays as it is.")
                         : tr("Type a name of your own, or some letters of one of the catalogue."),
                 parent)
    , m_clinic(clinic)
    , m_known(known)
    , m_service(service)
    , m_name(new QLineEdit)
    , m_hue(new QComboBox)
    , m_duration(new NumberUnit(tr("min")))
    , m_before(new NumberUnit(tr("min")))
    , m_after(new NumberUnit(tr("min")))
    , m_lead(new NumberUnit(tr("min")))
    , m_most(new NumberUnit(QString()))
    , m_extra(new NumberUnit(QString()))
    , m_price(new NumberUnit(tr("yuan"), 2))
    , m_needs(new NeedsEdit)
{
    setObjectName(QStringLiteral("serviceDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setFixedWidth(Theme::of(this).scaled(dialogWidth));
    build();
    HealthcareServiceDraft plain;
    for (const HealthcareService &one : m_known.services)
        plain.position = std::max(plain.position, one.content.position + 1);
    fill(service ? service->content : plain);
    setVerb(service ? tr("Save") : tr("Add"));
    setSubmit([this] { submit(); });
    m_name->setFocus();
    m_name->selectAll();
}

Field *ServiceDialog::place(QGridLayout *grid, const char *field, const QString &label, QWidget *editor, int row,
                            int column, int span)
{
    auto *made = new Field(label, editor);
    m_fields.insert(QLatin1String(field), made);
    grid->addWidget(made, row, column, 1, span);
    if (auto *line = qobject_cast<QLineEdit *>(editor))
        connect(line, &QLineEdit::textEdited, made, &Field::clearProblem);
    return made;
}

void ServiceDialog::build()
{
    const std::pair<QWidget *, const char *> names[] = {{m_name, "serviceName"},        {m_hue, "serviceHue"},
                                                        {m_duration, "serviceMinutes"}, {m_before, "serviceBefore"},
                                                        {m_after, "serviceAfter"},      {m_lead, "serviceLead"},
                                                        {m_most, "serviceMost"},        {m_extra, "serviceExtra"},
                                                        {m_price, "servicePrice"},      {m_needs, "serviceNeeds"}};
    for (const auto &[widget, name] : names)
        widget->setObjectName(QLatin1String(name));
    m_name->setMaxLength(int(schedule::mostServiceName));
    m_hue->addItem(hueWords({}), QString());
    for (const Hue &hue : hues())
        m_hue->addItem(hueWords(hue.name), hue.name);
    if (!m_service) {
        m_offers = new Completion(m_name);
        m_offers->setEager(false);
        connect(m_offers, &Completion::queryChanged, this, &ServiceDialog::offer);
        connect(m_offers, &Completion::taken, this, &ServiceDialog::take);
    }
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(gapGroups);
    grid->setVerticalSpacing(0);
    for (int column = 0; column < 4; ++column)
        grid->setColumnStretch(column, 1);
    place(grid, "name", tr("Service"), m_name, 0, 0, 3);
    place(grid, "hue", tr("Colour"), m_hue, 0, 3);
    place(grid, "duration", tr("Lasts"), m_duration, 1, 0);
    place(grid, "before", tr("Before it"), m_before, 1, 1);
    place(grid, "after", tr("After it"), m_after, 1, 2);
    place(grid, "lead", tr("Offered ahead by"), m_lead, 1, 3);
    place(grid, "mostADay", tr("At most a day"), m_most, 2, 0);
    place(grid, "extraADay", tr("Extra a day"), m_extra, 2, 1);
    place(grid, "price", tr("Price"), m_price, 2, 2);
    m_most->setPlaceholderText(tr("as fit"));
    m_needs->setResources(m_known.resources);
    auto *needs = place(grid, "needs", tr("Needs at once"), m_needs, 3, 0, 4);
    connect(m_needs, &NeedsEdit::edited, needs, &Field::clearProblem);
    body()->addLayout(grid);
}

void ServiceDialog::fill(const HealthcareServiceDraft &content)
{
    m_code = content.code;
    m_name->setText(content.name);
    m_hue->setCurrentIndex(std::max(0, m_hue->findData(content.hue)));
    m_duration->setScaled(content.duration.count());
    m_before->setScaled(content.before.count());
    m_after->setScaled(content.after.count());
    m_lead->setScaled(content.lead.count());
    m_most->setScaled(content.mostADay ? std::optional<qint64>(*content.mostADay) : std::nullopt);
    m_extra->setScaled(content.extraADay);
    m_price->setScaled(content.price ? std::optional(content.price->fen()) : std::nullopt);
    m_needs->setNeeds(content.needs);
}

void ServiceDialog::offer(const QString &typed)
{
    QList<CompletionRow> rows;
    const QString wanted = typed.trimmed().toLower();
    for (const OfferedService &one : std::as_const(m_known.offers)) {
        if (wanted.isEmpty() || rows.size() == offered)
            break;
        if (!one.keys.contains(wanted))
            continue;
        CompletionRow row;
        row.primary = nameOf(one.service);
        row.secondary = isChinese() ? one.service.en : one.service.zh;
        row.trailing = tr("%1 min").arg(one.service.minutes);
        row.data = one.service.id;
        rows << row;
    }
    m_offers->setRows(rows);
}

void ServiceDialog::take(const CompletionRow &row)
{
    const auto found = std::find_if(m_known.offers.cbegin(), m_known.offers.cend(),
                                    [&](const OfferedService &one) { return one.service.id == row.data.toString(); });
    if (found == m_known.offers.cend())
        return;
    m_code = found->service.id;
    m_name->setText(nameOf(found->service));
    m_duration->setScaled(found->service.minutes);
    m_duration->setFocus(Qt::OtherFocusReason);
    m_duration->selectAll();
}

HealthcareServiceDraft ServiceDialog::draft() const
{
    HealthcareServiceDraft draft;
    if (m_service) {
        draft.position = m_service->content.position;
    } else {
        for (const HealthcareService &one : m_known.services)
            draft.position = std::max(draft.position, one.content.position + 1);
    }
    draft.code = m_code;
    draft.name = m_name->text();
    draft.hue = m_hue->currentData().toString();
    draft.duration = minutesIn(m_duration, 0);
    draft.before = minutesIn(m_before, 0);
    draft.after = minutesIn(m_after, 0);
    draft.lead = minutesIn(m_lead, 0);
    if (const auto most = m_most->scaled())
        draft.mostADay = int(*most);
    draft.extraADay = int(m_extra->scaled().value_or(0));
    if (const auto price = m_price->scaled())
        draft.price = Money::fen(*price);
    draft.needs = m_needs->needs();
    return draft;
}

void ServiceDialog::submit()
{
    for (Field *field : std::as_const(m_fields))
        field->clearProblem();
    showProblem({});
    setBusy(true);
    const auto storing = [draft = draft(),
                          id = m_service ? std::optional(m_service->id) : std::nullopt](store::Transaction &tx) {
        return id ? schedule::editService(tx, *id, draft) : schedule::addService(tx, draft);
    };
    const auto done = m_clinic.write(m_service ? "service.edit" : "service.add", storing);
    onDone(done, this, [this](const Result<HealthcareService> &made) {
        setBusy(false);
        if (made) {
            emit stored(*made);
            return finish();
        }
        if (Field *field = m_fields.value(made.error().field)) {
            field->showProblem(made.error().message);
            return field->editor()->setFocus();
        }
        showProblem(made.error().message);
    });
}

} // namespace xinglin::ui
