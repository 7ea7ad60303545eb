#include "ui/treatment/treatmentpage.h"

#include "clinic/draftcontent.h"
#include "clinic/patient/patients.h"
#include "ui/kit/banner.h"
#include "ui/kit/button.h"
#include "ui/kit/messagestrip.h"
#include "ui/kit/ondone.h"
#include "ui/kit/pane.h"
#include "ui/kit/text.h"
#include "ui/patient/patientbanner.h"
#include "ui/prescription/paperprinter.h"
#include "ui/shell/formfields.h"
#include "ui/shell/reasondialog.h"
#include "ui/treatment/ordermodel.h"
#include "ui/treatment/sessionpanel.h"
#include "ui/treatment/treatmentprinter.h"

#include <QHBoxLayout>
#include <QListView>
#include <QScrollArea>
#include <QShortcut>
#include <QVBoxLayout>

namespace xinglin::ui {

namespace {
constexpr int listWidth = 420;
constexpr int widestPanel = 720;
} // namespace

TreatmentPage::TreatmentPage(Clinic &clinic, const Who &who, std::shared_ptr<const Catalog> catalog, QWidget *parent)
    : Page(QStringLiteral("treatments"), parent), m_clinic(clinic), m_who(who), m_catalog(std::move(catalog))
{
    build();
    buildKeys();
    connect(&m_clinic, &Clinic::changed, this, [this](const store::ChangeSet &changes) {
        for (const char *table : {"treatment_session", "visit_revision", "patient"})
            m_stale = m_stale || changes.touches(table);
        refresh();
    });
}

TreatmentPage::~TreatmentPage()
{
    m_draft->close();
}

void TreatmentPage::build()
{
    m_printer = new PaperPrinter(m_clinic, m_catalog, this);
    m_sheets = new TreatmentPrinter(m_clinic, m_catalog, *m_printer, this);
    connect(m_printer, &PaperPrinter::printed, this,
            [this](const QString &sentence) { m_strip->say(MessageStrip::Kind::Done, sentence); });
    connect(m_printer, &PaperPrinter::failed, this, &TreatmentPage::refused);
    connect(m_sheets, &TreatmentPrinter::failed, this, &TreatmentPage::refused);
    m_banner = new Banner;
    m_banner->setObjectName(QStringLiteral("treatmentBanner"));
    auto *back = new Button(tr("Chart"));
    back->setObjectName(QStringLiteral("treatmentBack"));
    back->setKeyCap(QStringLiteral("Esc"));
    connect(back, &Button::clicked, this, [this] { emit left(*m_patient); });
    m_banner->addAction(back);
    if (m_who.may(access::Permission::PerformTreatments) || m_who.may(access::Permission::WriteTreatments)) {
        auto *sheet = new Button(tr("Treatment sheet"));
        sheet->setObjectName(QStringLiteral("treatmentSheet"));
        sheet->setKeyCap(QStringLiteral("F9"));
        connect(sheet, &Button::clicked, this, [this] { print(false); });
        m_banner->addAction(sheet);
    }
    m_strip = new MessageStrip;
    m_strip->setObjectName(QStringLiteral("treatmentStrip"));

    m_model = new OrderModel(m_catalog, this);
    m_list = new QListView;
    m_list->setObjectName(QStringLiteral("orders"));
    m_list->setAccessibleName(tr("Treatments"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new OrderDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMouseTracking(true);
    setGround(m_list->viewport(), Token::Window);
    m_none = new Label({}, TypeStyle::Body, Token::Text2);
    m_none->setObjectName(QStringLiteral("noOrders"));
    m_none->setWordWrap(true);
    m_none->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_none->setContentsMargins(panelPadding, panelPadding, panelPadding, panelPadding);
    auto *list = new Pane(Token::Window, Qt::RightEdge);
    list->setFixedWidth(Theme::of(this).scaled(listWidth));
    auto *listColumn = new QVBoxLayout(list);
    listColumn->setContentsMargins(0, 0, 1, 0);
    listColumn->addWidget(m_none);
    listColumn->addWidget(m_list, 1);

    m_panel =
        new SessionPanel(m_catalog, m_clinic.store().options().zone, m_who.may(access::Permission::PerformTreatments));
    auto *scroll = new QScrollArea;
    scroll->setObjectName(QStringLiteral("sessionScroll"));
    scroll->setAccessibleName(tr("The treatment"));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->viewport()->setAutoFillBackground(false);
    m_panel->setAutoFillBackground(false);
    m_panel->setMaximumWidth(Theme::of(this).scaled(widestPanel));
    scroll->setWidget(m_panel);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &TreatmentPage::showOrder);
    connect(m_list, &QListView::activated, m_panel, &SessionPanel::focusFirst);
    m_draft = new FormDraft(
        m_clinic, DraftKeys::of(m_clinic),
        {m_panel, [this] { return m_panel->isDirty() ? std::optional(fieldsIn(*m_panel)) : std::nullopt; },
         [this](const FormDraft::Fields &kept) { m_panel->resume(kept); }, [this] { m_panel->empty(); }});
    connect(m_panel, &SessionPanel::beginWanted, this, &TreatmentPage::begin);
    connect(m_panel, &SessionPanel::endWanted, this, &TreatmentPage::end);
    connect(m_panel, &SessionPanel::givenWanted, this, &TreatmentPage::give);
    connect(m_panel, &SessionPanel::retractWanted, this, &TreatmentPage::askRetract);

    auto *panes = new QHBoxLayout;
    panes->setContentsMargins(0, 0, 0, 0);
    panes->setSpacing(0);
    panes->addWidget(list);
    panes->addWidget(scroll, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_banner);
    column->addWidget(m_strip);
    column->addWidget(m_draft->strip());
    column->addLayout(panes, 1);
}

void TreatmentPage::buildKeys()
{
    const auto key = [this](const QKeySequence &keys, auto act) {
        auto *shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        shortcut->setAutoRepeat(false);
        connect(shortcut, &QShortcut::activated, this, act);
    };
    key(Qt::Key_F9, [this] { print(false); });
    key(QKeySequence(Qt::CTRL | Qt::Key_P), [this] { print(true); });
    key(Qt::Key_Escape, [this] {
        if (m_panel->isAncestorOf(focusWidget()) && focusWidget() != m_list)
            m_list->setFocus(Qt::OtherFocusReason);
        else if (m_patient)
            emit left(*m_patient);
    });
}

QString TreatmentPage::title() const
{
    return tr("Treatments");
}

QList<KeyHint> TreatmentPage::keyHints() const
{
    return {{QStringLiteral("⏎"), tr("begin or end")},
            {QStringLiteral("F9"), tr("print")},
            {QStringLiteral("Ctrl P"), tr("preview")},
            {QStringLiteral("Esc"), tr("chart")}};
}

void TreatmentPage::activate()
{
    m_list->setFocus(Qt::OtherFocusReason);
    refresh();
}

void TreatmentPage::rest(bool resting)
{
    m_draft->rest(resting);
    Page::rest(resting);
    m_stale = true;
    refresh();
}

bool TreatmentPage::hasUnsaved() const
{
    return m_patient && m_panel->isDirty();
}

void TreatmentPage::openPatient(PatientId id)
{
    if (m_patient != id) {
        m_patient = id;
        m_chosen.reset();
        m_name.clear();
        m_banner->setTitle({});
        m_banner->setFacts({});
        m_banner->setChips({});
        m_model->setOrders({});
        m_draft->end();
        m_panel->clear({});
        emit patientChanged();
    }
    m_strip->clear();
    load();
}

void TreatmentPage::refresh()
{
    if (m_stale && m_patient && isVisible() && !isResting())
        load();
}

void TreatmentPage::load()
{
    m_stale = false;
    const quint64 question = ++m_question;
    const auto asked = m_clinic.read([id = *m_patient](const store::Snapshot &view) -> Result<Opened> {
        Result<PatientStrip> strip = patient::open(view, id);
        if (!strip)
            return strip.error();
        Result<QList<treatment::Order>> orders = treatment::ordersOf(view, strip->patient.id);
        if (!orders)
            return orders.error();
        return Opened{*std::move(strip), *std::move(orders)};
    });
    onDone(asked, this, [this, question](const Result<Opened> &opened) {
        if (question != m_question)
            return;
        if (!opened)
            return refused(opened.error());
        showOpened(*opened);
    });
}

void TreatmentPage::showOpened(const Opened &opened)
{
    m_patient = opened.strip.patient.id;
    m_name = opened.strip.patient.name;
    fillBanner(*m_banner, opened.strip, today(m_clinic));
    const std::optional<CourseId> kept = m_chosen;
    m_model->setOrders(opened.orders);
    const bool none = opened.orders.isEmpty();
    m_none->setText(tr("No treatments are ordered. They are written in a visit, and stand here once it is signed."));
    m_none->setVisible(none);
    m_list->setVisible(!none);
    const int row = kept ? m_model->rowOf(*kept) : 0;
    m_list->setCurrentIndex(m_model->index(qMax(0, row)));
    showOrder();
    emit headingChanged();
}

void TreatmentPage::showOrder()
{
    const treatment::Order *order = m_model->orderAt(m_list->currentIndex().row());
    const drafts::Place place{draftkind::session, order ? order->treatment.course.uuid() : Uuid(Uuid::Bytes{})};
    const bool same = order && m_draft->isAt(place);
    if (!same)
        m_draft->end();
    if (!order)
        return m_panel->clear({});
    m_chosen = order->treatment.course;
    m_panel->setOrder(*order);
    if (!same)
        m_draft->begin(place, {{FormContent::patient, m_patient->toString()}});
}

template <class F>
void TreatmentPage::write(const QByteArray &act, F f, const QString &sentence)
{
    using T = std::invoke_result_t<F, store::Transaction &>;
    const auto storing = [f = std::move(f), typed = m_draft->handOver()](store::Transaction &tx) -> T {
        if (auto settled = drafts::settle(tx, typed); !settled)
            return settled.error();
        return f(tx);
    };
    onDone(m_clinic.write(act, storing), this, [this, sentence](const T &done) {
        m_draft->handedOver(done.ok());
        if (!done)
            return refused(done.error());
        m_strip->say(MessageStrip::Kind::Done, sentence);
        m_list->setFocus(Qt::OtherFocusReason);
    });
}

void TreatmentPage::begin(TreatmentId id, const treatment::SessionStart &start)
{
    write(
        "treatment.begin", [id, start](store::Transaction &tx) { return treatment::beginSession(tx, id, start); },
        start.needlesIn > 0 ? tr("Begun: %n needle(s) are in.", nullptr, start.needlesIn) : tr("Begun."));
}

void TreatmentPage::end(TreatmentSessionId id, const treatment::SessionEnd &how)
{
    write(
        "treatment.end", [id, how](store::Transaction &tx) { return treatment::endSession(tx, id, how); },
        how.needlesOut > 0 ? tr("Ended: %n needle(s) are out.", nullptr, how.needlesOut) : tr("Ended."));
}

void TreatmentPage::give(TreatmentId id, const QString &note)
{
    write(
        "treatment.end",
        [id, note](store::Transaction &tx) -> Result<TreatmentSession> {
            const auto begun = treatment::beginSession(tx, id, {0, note});
            return begun ? treatment::endSession(tx, begun->id, {}) : begun;
        },
        tr("One session given."));
}

void TreatmentPage::askRetract(TreatmentSessionId id)
{
    const ReasonQuestion asked{QStringLiteral("retractDialog"),
                               QStringLiteral("retractReason"),
                               tr("Why was the session entered in error?"),
                               tr("It stays in the history and counts no more."),
                               tr("Mark as error"),
                               {},
                               {draftkind::reason, id.uuid()},
                               {{FormContent::patient, m_patient->toString()}}};
    askReason(m_clinic, this, asked, [this, id](const QString &why) {
        write(
            "treatment.retract", [id, why](store::Transaction &tx) { return treatment::retractSession(tx, id, why); },
            tr("Marked as entered in error."));
    });
}

void TreatmentPage::print(bool preview)
{
    const treatment::Order *order = m_model->orderAt(m_list->currentIndex().row());
    if (!order)
        return;
    preview ? m_sheets->preview(order->visit) : m_sheets->print(order->visit);
}

void TreatmentPage::refused(const Error &error)
{
    const QString sentence =
        error.message.isEmpty() ? tr("This could not be done; nothing was changed.") : error.message;
    if (!m_panel->showProblem(error.field, sentence))
        m_strip->say(MessageStrip::Kind::Stop, sentence);
    if (error.code == Code::Stale)
        load();
}

} // namespace xinglin::ui
