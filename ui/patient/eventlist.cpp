#include "ui/patient/eventlist.h"

#include "clinic/clinic.h"
#include "clinic/treatment/treatmentwords.h"
#include "ui/kit/chipbar.h"
#include "ui/kit/ondone.h"
#include "ui/kit/text.h"
#include "ui/patient/eventdelegate.h"
#include "ui/patient/searchfield.h"
#include "ui/shell/notewords.h"
#include "ui/shell/who.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QListView>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace xinglin::ui {

namespace {

constexpr int lead = 3; ///< Characters before what was found.
constexpr int trail = 40;

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::ui::EventList)
};

struct NamedKind
{
    EventKind kind;
    const char *name;
};
constexpr NamedKind kinds[] = {{EventKind::All, QT_TRANSLATE_NOOP("xinglin::ui::EventList", "All")},
                               {EventKind::Visits, QT_TRANSLATE_NOOP("xinglin::ui::EventList", "Visits")},
                               {EventKind::Treatments, QT_TRANSLATE_NOOP("xinglin::ui::EventList", "Treatments")},
                               {EventKind::Constitution, QT_TRANSLATE_NOOP("xinglin::ui::EventList", "Constitution")},
                               {EventKind::Care, QT_TRANSLATE_NOOP("xinglin::ui::EventList", "Care")},
                               {EventKind::Files, QT_TRANSLATE_NOOP("xinglin::ui::EventList", "Files")}};

QString formulaText(const PrescriptionDraft &formula)
{
    QStringList words{formula.name};
    for (const PrescriptionLine &line : formula.lines)
        words << (line.name + u' ' + line.preparation).trimmed();
    words << formula.instructions;
    words.removeAll(QString());
    return words.join(QStringLiteral("、"));
}

/// What the list itself says of an event, for those that are no visits.
EventText plainText(const Catalog &catalog, const chart::Event &event)
{
    const QString title = titleOf(catalog, event);
    const auto *problem = std::get_if<Condition>(&event.what);
    const QString recorded = problem ? problem->content.display : QString(); // found in both languages
    return {event.id, {{title, FindableText(QStringList{title, detailOf(event), recorded}.join(u'\n'))}}};
}

std::optional<Uuid> newestVisit(const QList<chart::Event> &events)
{
    const auto visit = std::find_if(events.begin(), events.end(),
                                    [](const chart::Event &event) { return kindOf(event) == EventKind::Visits; });
    return visit == events.end() ? std::nullopt : std::optional(visit->id);
}

EventKind kindFrom(const QStringList &selected)
{
    return selected.isEmpty() ? EventKind::All : EventKind(selected.first().toInt());
}

} // namespace

EventText eventText(const Catalog &catalog, const consultation::Stored &visit)
{
    EventText text{visit.revision.visit.uuid(), {}};
    for (const NoteLine &line : noteLines(catalog, visit.revision.note))
        text.parts << EventText::Part{line.mark, FindableText(line.text)};
    for (const Prescription &one : visit.prescriptions)
        text.parts << EventText::Part{Tr::tr("Formula"), FindableText(formulaText(one.content))};
    for (const MedicineOrder &one : visit.medicines.orders)
        text.parts << EventText::Part{Tr::tr("Medicines"), FindableText(medicineorder::inWords(one))};
    for (const Treatment &one : visit.treatments)
        text.parts << EventText::Part{Tr::tr("Treatments"), FindableText(treatment::inWords(one.content))};
    return text;
}

std::optional<EventModel::Snippet> snippetOf(const EventText &text, const QString &typed)
{
    for (const EventText::Part &part : text.parts) {
        const TextPlace place = part.text.find(typed);
        if (!place)
            continue;
        QString words = part.text.text();
        const qsizetype from = qMax<qsizetype>(0, place.at - lead);
        const QString before = part.mark + u' ' + (from > 0 ? QStringLiteral("…") : QString());
        words = words.mid(from, place.at - from + place.length + trail).replace(u'\n', u' ');
        return EventModel::Snippet{before + words, before.size() + place.at - from, place.length};
    }
    return std::nullopt;
}

EventList::EventList(Clinic &clinic, std::shared_ptr<const Catalog> catalog, bool reads, QWidget *parent)
    : Pane(Token::Window, Qt::RightEdge, parent)
    , m_clinic(clinic)
    , m_catalog(std::move(catalog))
    , m_kinds(new ChipBar(tr("Shown")))
    , m_view(new QListView)
    , m_model(new EventModel(m_catalog, this))
    , m_nothing(new Label(QString(), TypeStyle::Body, Token::Text2))
{
    setObjectName(QStringLiteral("record"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 1, 0);
    column->setSpacing(0);
    auto *head = new QVBoxLayout;
    head->setContentsMargins(panelPadding, gapControls, panelPadding, gapControls);
    head->setSpacing(gapControls);
    if (reads) {
        m_search = new SearchField;
        m_search->setObjectName(QStringLiteral("chartSearch"));
        m_search->setAccessibleName(tr("Look for words in this chart"));
        m_search->setPlaceholderText(tr("Words, pinyin, initials"));
        head->addWidget(m_search);
        connect(m_search, &QLineEdit::textChanged, this, &EventList::apply);
        connect(m_search, &SearchField::confirmed, this, &EventList::focusList);
        connect(m_search, &SearchField::walked, this, [this](int rows) {
            const int row = qBound(0, m_view->currentIndex().row() + rows, qMax(0, m_model->rowCount() - 1));
            m_view->setCurrentIndex(m_model->index(row));
        });
    }
    m_kinds->setObjectName(QStringLiteral("eventKinds"));
    m_kinds->setMultiple(false);
    head->addWidget(m_kinds);
    column->addLayout(head);
    connect(m_kinds, &ChipBar::changed, this, &EventList::apply);

    m_view->setObjectName(QStringLiteral("events"));
    m_view->setAccessibleName(tr("The record in the order of time"));
    m_view->setModel(m_model);
    m_view->setItemDelegate(new EventDelegate(m_view));
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setUniformItemSizes(true);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setMouseTracking(true);
    ui::setGround(m_view->viewport(), Token::Window);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        if (!m_quiet)
            emit currentChanged();
    });
    connect(m_view, &QListView::activated, this, [this](const QModelIndex &index) {
        const chart::Event *event = m_model->eventAt(index.row());
        if (!event)
            return;
        if (const auto *visit = std::get_if<VisitSummary>(&event->what))
            emit visitOpened(visit->id);
        else if (std::holds_alternative<chart::AttachedNote>(event->what))
            emit attachmentOpened(AttachmentId(event->id));
    });
    m_nothing->setObjectName(QStringLiteral("noEvents"));
    m_nothing->setWordWrap(true);
    m_nothing->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_nothing->setContentsMargins(panelPadding, gapControls, panelPadding, panelPadding);
    column->addWidget(m_nothing);
    column->addWidget(m_view, 1);
    column->addStretch(0);

    connect(m_model, &EventModel::contentsWanted, this, [this](const QList<VisitSummary> &visits) {
        if (!m_patient)
            return;
        const auto filled = m_clinic.read([id = *m_patient, visits](const store::Snapshot &view) {
            return consultation::withContents(view, id, visits);
        });
        onDone(filled, this, [this](const Result<QList<VisitSummary>> &found) {
            if (found)
                m_model->addContents(*found); // a record that was left since holds none of these visits
        });
    });
}

void EventList::setRecord(PatientId patient, const QList<chart::Event> &events, const QList<VisitSummary> &contents,
                          const std::optional<Uuid> &wanted)
{
    const bool same = m_patient == patient;
    const chart::Event *before = same ? current() : nullptr;
    std::optional<Uuid> kept = before ? std::optional(before->id) : std::nullopt;
    // A visit that was written since is what one wants to see.
    const std::optional<Uuid> newest = newestVisit(m_model->events());
    if (same && newestVisit(events) != newest)
        kept.reset();
    m_patient = patient;
    m_texts.reset();
    ++m_question;
    m_reading = false;
    m_quiet = true;
    m_model->setEvents(events, today(m_clinic));
    m_model->addContents(contents);
    if (!same || wanted) {
        m_kinds->setSelected({QStringLiteral("0")});
        if (m_search)
            m_search->clear();
    }
    showCounts();
    apply();
    select(wanted ? wanted : kept);
    m_quiet = false;
    emit currentChanged();
}

void EventList::clear()
{
    m_patient.reset();
    m_texts.reset();
    ++m_question;
    m_reading = false;
    m_quiet = true;
    m_model->setEvents({}, today(m_clinic));
    m_quiet = false;
    m_nothing->hide();
    showCounts();
}

void EventList::setEmptyWords(const QString &sentence)
{
    m_emptyWords = sentence;
}

void EventList::showCounts()
{
    QList<ChipItem> chips;
    const QStringList on = m_kinds->selected();
    for (const auto &[kind, source] : kinds) {
        const int count = m_model->count(kind);
        const QString id = QString::number(int(kind));
        if (kind != EventKind::All && count == 0 && !on.contains(id))
            continue;
        const QString name = tr(source);
        ChipItem chip{
            id, kind == EventKind::All ? name : tr("%1 %2", "kind of event, how many").arg(name).arg(count), {}};
        chip.on = on.isEmpty() ? kind == EventKind::All : on.contains(id);
        chips << chip;
    }
    m_kinds->setChips(chips);
    m_kinds->setVisible(chips.size() > 2);
}

void EventList::apply()
{
    const QString typed = m_search ? m_search->text().trimmed() : QString();
    if (!typed.isEmpty() && !m_texts)
        readTexts();
    std::optional<QHash<Uuid, EventModel::Snippet>> found;
    if (!typed.isEmpty() && m_texts) {
        found.emplace();
        for (const EventText &text : std::as_const(*m_texts)) {
            if (const auto snippet = snippetOf(text, typed))
                found->insert(text.id, *snippet);
        }
    }
    const chart::Event *before = current();
    const std::optional<Uuid> kept = before ? std::optional(before->id) : std::nullopt;
    const bool quiet = std::exchange(m_quiet, true);
    m_model->setShown(kindFrom(m_kinds->selected()), found);
    const int rows = m_model->rowCount();
    if (m_search)
        m_search->setOutcome(found ? tr("%n found", nullptr, rows) : QString());
    m_nothing->setText(m_model->events().isEmpty() ? m_emptyWords
                       : found                     ? tr("Nothing here says “%1”.").arg(typed)
                                                   : tr("Nothing of this kind."));
    m_nothing->setVisible(rows == 0);
    m_view->setVisible(rows > 0);
    // While one looks for something the newest visit that was found is at hand.
    select(typed.isEmpty() ? kept : std::nullopt);
    m_quiet = quiet;
    if (!m_quiet)
        emit currentChanged();
}

void EventList::readTexts()
{
    if (m_reading || !m_patient)
        return;
    m_reading = true;
    const quint64 question = ++m_question;
    const auto texts =
        m_clinic.read([id = *m_patient, catalog = m_catalog](const store::Snapshot &view) -> Result<QList<EventText>> {
            const auto notes = chart::notes(view, id);
            if (!notes)
                return notes.error();
            QList<EventText> found;
            for (const consultation::Stored &visit : *notes)
                found << eventText(*catalog, visit);
            return found;
        });
    onDone(texts, this, [this, question](const Result<QList<EventText>> &found) {
        if (question != m_question)
            return;
        m_reading = false;
        m_texts = found ? *found : QList<EventText>();
        for (const chart::Event &event : m_model->events()) {
            if (kindOf(event) != EventKind::Visits)
                *m_texts << plainText(*m_catalog, event);
        }
        apply();
    });
}

void EventList::select(const std::optional<Uuid> &id)
{
    const int row = id ? m_model->rowOf(*id) : -1;
    m_view->setCurrentIndex(m_model->index(row < 0 ? m_model->leadingRow() : row));
}

const chart::Event *EventList::current() const
{
    return m_model->eventAt(m_view->currentIndex().row());
}

void EventList::focusList()
{
    m_view->setFocus(Qt::OtherFocusReason);
}

void EventList::search()
{
    if (!m_search)
        return;
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void EventList::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_search && m_search->hasFocus())
        return focusList(); // the field itself empties first
    Pane::keyPressEvent(event);
}

} // namespace xinglin::ui
