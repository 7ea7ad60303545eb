#include "ui/settings/oversightsection.h"

#include "clinic/draftcontent.h"
#include "ui/kit/button.h"
#include "ui/kit/chipbar.h"
#include "ui/kit/field.h"
#include "ui/kit/growingtextedit.h"
#include "ui/kit/messagestrip.h"
#include "ui/kit/ondone.h"
#include "ui/kit/pane.h"
#include "ui/kit/rowdelegate.h"
#include "ui/kit/text.h"
#include "ui/patient/facts.h"
#include "ui/settings/rolewords.h"
#include "ui/shell/formdraft.h"
#include "ui/shell/patientwords.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QTableView>

#include <algorithm>

namespace xinglin::ui {

namespace {

constexpr int panelWidth = 320;

struct Both
{
    QList<Glass> inbox;
    QList<Glass> reviewed;
};

} // namespace

OversightSection::OversightSection(Clinic &clinic, const ui::Who &who, std::shared_ptr<access::Keys> keys,
                                   QWidget *parent)
    : Page(QStringLiteral("settingsOversight"), parent)
    , m_clinic(clinic)
    , m_who(who)
    , m_model(new GlassModel(this))
    , m_strip(new MessageStrip)
    , m_table(new QTableView)
    , m_nothing(new Label(tr("Nobody opened a record in an emergency so far."), TypeStyle::Body, Token::Text2))
    , m_panel(new Pane(Token::Surface, Qt::LeftEdge))
    , m_name(new Label(QString(), TypeStyle::Person))
    , m_line(new Label(QString(), TypeStyle::Body))
    , m_facts(new Facts)
    , m_form(buildVerdict())
{
    m_draft =
        new FormDraft(m_clinic, std::move(keys),
                      {m_form,
                       [this]() -> std::optional<QMap<QString, QString>> {
                           if (!hasUnsaved())
                               return {};
                           return QMap<QString, QString>{{QStringLiteral("verdict"), m_verdict->selected().value(0)},
                                                         {QStringLiteral("words"), m_words->text()}};
                       },
                       [this](const QMap<QString, QString> &kept) { put(kept); }, [this] { put({}); }});
    m_panel->setObjectName(QStringLiteral("glassPanel"));
    m_name->setObjectName(QStringLiteral("glassWho"));
    m_line->setObjectName(QStringLiteral("glassReasonWords"));
    m_name->setWordWrap(true);
    m_line->setWordWrap(true);
    auto *column = new QVBoxLayout(m_panel);
    column->setContentsMargins(panelPadding + 1, panelPadding, panelPadding, panelPadding);
    column->setSpacing(gapControls);
    for (QWidget *part : std::initializer_list<QWidget *>{m_name, m_line, m_facts, m_form})
        column->addWidget(part);
    column->addStretch(1);
    m_panel->setFixedWidth(Theme::of(this).scaled(panelWidth));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(buildList(), 1);
    row->addWidget(m_panel);
    connect(&m_clinic, &Clinic::changed, this, [this](const store::ChangeSet &changes) {
        if (!isResting() && changes.touches("emergency_access"))
            load();
    });
    load();
}

OversightSection::~OversightSection()
{
    m_draft->close();
}

QWidget *OversightSection::buildList()
{
    m_strip->setObjectName(QStringLiteral("oversightStrip"));
    m_nothing->setObjectName(QStringLiteral("noGlass"));
    m_nothing->setWordWrap(true);
    m_table->setObjectName(QStringLiteral("glassTable"));
    m_table->setAccessibleName(tr("Records opened in an emergency"));
    m_table->setModel(m_model);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    dressRows(m_table)->setPadding(12, 10);
    QHeaderView *header = m_table->horizontalHeader();
    header->setStretchLastSection(false);
    header->setSectionsClickable(false);
    header->setSectionResizeMode(GlassModel::Reason, QHeaderView::Stretch);
    const Theme &theme = Theme::of(this);
    const std::pair<int, int> widths[] = {
        {GlassModel::Who, 116}, {GlassModel::Whom, 116}, {GlassModel::When, 132}, {GlassModel::State, 136}};
    for (const auto &[column, width] : widths)
        header->resizeSection(column, theme.scaled(width));
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &OversightSection::showGlass);
    connect(m_table, &QTableView::activated, this, [this] {
        if (m_form->isVisible())
            m_verdict->setFocus();
    });
    auto *list = new Pane(Token::Surface);
    auto *column = new QVBoxLayout(list);
    column->setContentsMargins(pageMargin, 12, pageMargin, 8);
    column->setSpacing(gapControls);
    column->addWidget(new Label(tr("Records opened in an emergency"), TypeStyle::Title));
    column->addWidget(m_strip);
    column->addWidget(m_draft->strip());
    column->addWidget(m_nothing);
    column->addWidget(m_table, 1);
    column->addStretch(0);
    return list;
}

QWidget *OversightSection::buildVerdict()
{
    auto *form = new QWidget;
    m_verdict = new ChipBar(tr("Was it justified?"));
    m_verdict->setObjectName(QStringLiteral("glassVerdict"));
    m_verdict->setMultiple(false);
    m_verdict->setChips({{QStringLiteral("justified"), tr("Justified"), QStringLiteral("j")},
                         {QStringLiteral("not-justified"), tr("Not justified"), QStringLiteral("n")}});
    m_words = new GrowingTextEdit;
    m_words->setObjectName(QStringLiteral("glassReview"));
    m_words->setMinimumLines(3);
    m_verdictField = new Field(tr("Was it justified?"), m_verdict);
    m_wordsField = new Field(tr("In your words"), m_words);
    m_save = new Button(tr("Close with this verdict"), ButtonKind::Primary);
    m_save->setObjectName(QStringLiteral("reviewGlass"));
    m_save->setKeys(QKeySequence(Qt::CTRL | Qt::Key_Return));
    connect(m_save, &Button::clicked, this, &OversightSection::save);
    auto *column = new QVBoxLayout(form);
    column->setContentsMargins(0, gapControls, 0, 0);
    column->setSpacing(2);
    column->addWidget(m_verdictField);
    column->addWidget(m_wordsField);
    column->addWidget(m_save, 0, Qt::AlignLeft);
    return form;
}

QString OversightSection::title() const
{
    return tr("Oversight");
}

QString OversightSection::context() const
{
    return m_waiting > 0 ? tr("%n to review", nullptr, m_waiting) : QString();
}

QList<KeyHint> OversightSection::keyHints() const
{
    return {{QStringLiteral("↑ ↓"), tr("choose")},
            {QStringLiteral("⏎"), tr("to the verdict")},
            {QStringLiteral("J N"), tr("justified or not")},
            {QStringLiteral("Ctrl ⏎"), tr("close with this verdict")}};
}

void OversightSection::activate()
{
    m_table->setFocus(Qt::OtherFocusReason);
}

void OversightSection::rest(bool resting)
{
    m_draft->rest(resting);
    Page::rest(resting);
    if (!resting)
        load();
}

bool OversightSection::hasUnsaved() const
{
    return !m_verdict->selected().isEmpty() || !m_words->text().trimmed().isEmpty();
}

void OversightSection::load()
{
    const quint64 question = ++m_question;
    const auto read = m_clinic.read([](const store::Snapshot &view) -> Result<Both> {
        auto inbox = patient::glassInbox(view);
        if (!inbox)
            return inbox.error();
        auto reviewed = patient::glassReviewed(view);
        if (!reviewed)
            return reviewed.error();
        return Both{*std::move(inbox), *std::move(reviewed)};
    });
    onDone(read, this, [this, question](const Result<Both> &both) {
        if (question != m_question)
            return;
        if (!both)
            return m_strip->say(MessageStrip::Kind::Stop, both.error().message);
        showAll(both->inbox, both->reviewed);
    });
}

void OversightSection::showAll(const QList<Glass> &inbox, const QList<Glass> &reviewed)
{
    const Glass *before = m_model->glassAt(m_table->currentIndex().row());
    const std::optional<GlassId> kept = m_wanted ? m_wanted : before ? std::optional(before->id) : std::nullopt;
    m_wanted.reset();
    m_model->setGlasses(inbox + reviewed, today(m_clinic), m_clinic.store().options().zone);
    m_waiting = static_cast<int>(inbox.size());
    m_nothing->setVisible(m_model->rowCount() == 0);
    m_table->setVisible(m_model->rowCount() > 0);
    m_table->selectRow(qMax(0, kept ? m_model->rowOf(*kept) : 0));
    showGlass();
    emit headingChanged();
    emit waitingChanged(m_waiting, static_cast<int>(std::count_if(inbox.begin(), inbox.end(),
                                                                  [](const Glass &glass) { return glass.overdue; })));
}

void OversightSection::showGlass()
{
    const Glass *glass = m_model->glassAt(m_table->currentIndex().row());
    m_panel->setVisible(glass != nullptr);
    takeUp(glass);
    if (!glass)
        return;
    const QTimeZone zone = m_clinic.store().options().zone;
    const QDate day = today(m_clinic);
    m_name->setText(glass->userName);
    m_line->setText(glass->reason);
    m_facts->clear();
    m_facts->add(tr("Opened"), momentText(glass->opened, day, zone));
    m_facts->add(tr("Until"), glass->ended ? tr("%1, given back", "time").arg(timeText(*glass->ended, zone))
                                           : timeText(glass->until, zone));
    m_facts->add(tr("Record"), QStringLiteral("%1·%2").arg(glass->patientName, glass->patientNumber));
    m_facts->add(tr("Reason"), patient::glassReasonText(glass->reasonCode));
    if (glass->verdict) {
        m_facts->add(tr("Verdict"), *glass->verdict == GlassVerdict::Justified ? tr("Justified") : tr("Not justified"));
        m_facts->add(tr("Reviewed by"),
                     glass->reviewedSelf ? tr("%1, who had opened it").arg(glass->reviewer) : glass->reviewer);
        m_facts->add(tr("Words"), glass->review);
    } else if (glass->overdue) {
        m_facts->add(tr("Overdue"), tr("It should have been reviewed within 72 hours."));
    }
    m_form->setVisible(!glass->verdict && m_who.may(access::Permission::ReviewGlass));
}

void OversightSection::choose(GlassId id)
{
    m_wanted = id;
    load();
}

void OversightSection::put(const QMap<QString, QString> &fields)
{
    m_verdict->setSelected(fields.value(QStringLiteral("verdict")).split(u' ', Qt::SkipEmptyParts));
    m_words->setText(fields.value(QStringLiteral("words")));
}

/// What was typed belongs to the one it was typed for: it is kept, and the next one begins empty or with its own.
void OversightSection::takeUp(const Glass *glass)
{
    const bool open = glass && !glass->verdict && m_who.may(access::Permission::ReviewGlass);
    const drafts::Place place{draftkind::verdict, open ? glass->id.uuid() : m_clinic.store().identity().clinic};
    if (open && m_draft->isAt(place))
        return;
    m_draft->end();
    m_verdictField->clearProblem();
    m_wordsField->clearProblem();
    put({});
    if (open)
        m_draft->begin(place);
}

void OversightSection::save()
{
    const Glass *glass = m_model->glassAt(m_table->currentIndex().row());
    if (!glass || glass->verdict || m_save->isBusy())
        return;
    const QString verdict = m_verdict->selected().value(0);
    if (verdict.isEmpty()) {
        m_verdictField->showProblem(tr("Say whether it was justified."));
        return m_verdict->setFocus();
    }
    m_verdictField->clearProblem();
    if (m_words->text().trimmed().isEmpty()) {
        m_wordsField->showProblem(tr("Say why; one sentence is enough."));
        return m_words->setFocus();
    }
    m_wordsField->clearProblem();
    m_save->setBusy(true);
    const auto done =
        m_clinic.write("glass.review", [id = glass->id, words = m_words->text().trimmed(), kept = m_draft->handOver(),
                                        justified = verdict == QStringLiteral("justified")](store::Transaction &tx) {
            const auto judged =
                patient::review(tx, id, justified ? GlassVerdict::Justified : GlassVerdict::NotJustified, words);
            return judged ? drafts::settle(tx, kept) : judged;
        });
    onDone(done, this, [this](const Result<Done> &result) {
        m_save->setBusy(false);
        if (result)
            put({});
        m_draft->handedOver(result.ok());
        if (!result)
            return m_strip->say(MessageStrip::Kind::Stop, result.error().message);
        m_strip->clear();
        m_table->setFocus();
    });
}

} // namespace xinglin::ui
