#include "ui/visit/timelinepage.h"

#include "ui/kit/banner.h"
#include "ui/kit/button.h"
#include "ui/kit/chip.h"
#include "ui/kit/emptystate.h"
#include "ui/kit/messagestrip.h"
#include "ui/kit/ondone.h"
#include "ui/kit/text.h"
#include "ui/paper/paperkinds.h"
#include "ui/patient/patientbanner.h"
#include "ui/prescription/paperprinter.h"
#include "ui/prescription/timelinepaper.h"
#include "ui/shell/patientwords.h"

#include <QHBoxLayout>
#include <QShortcut>
#include <QStackedLayout>

namespace xinglin::ui {

TimelinePage::TimelinePage(Clinic &clinic, const Who &who, std::shared_ptr<const Catalog> catalog, QWidget *parent)
    : Page(QStringLiteral("formulas"), parent)
    , m_clinic(clinic)
    , m_who(who)
    , m_catalog(std::move(catalog))
    , m_banner(new Banner)
    , m_changed(new Chip(Tone::Neutral, {}, tr("Only what changed  V")))
    , m_strip(new MessageStrip)
    , m_grid(new FormulaGrid)
    , m_stack(new QStackedLayout)
    , m_printer(new PaperPrinter(clinic, m_catalog, this))
{
    build();
}

void TimelinePage::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_print = new Button(tr("Print A4"));
    m_print->setObjectName(QStringLiteral("printFormulas"));
    m_print->setKeyCap(QStringLiteral("F9"));
    connect(m_print, &Button::clicked, this, [this] { print(false); });
    m_banner->addAction(m_print);
    m_begin = new Button(tr("Prescribe from this one"), ButtonKind::Primary);
    m_begin->setObjectName(QStringLiteral("beginFormula"));
    m_begin->setKeyCap(QStringLiteral("⏎"));
    connect(m_begin, &Button::clicked, this, [this] { take(m_grid->column()); });
    if (m_who.may(access::Permission::WritePrescriptions))
        m_banner->addAction(m_begin);
    else
        m_begin->hide();
    column->addWidget(m_banner);
    m_strip->setObjectName(QStringLiteral("formulasStrip"));
    column->addWidget(m_strip);

    auto *tools = new Pane(Token::Window, Qt::BottomEdge);
    auto *row = new QHBoxLayout(tools);
    row->setContentsMargins(pageMargin, 8, pageMargin, 8);
    row->setSpacing(gapControls);
    m_changed->setObjectName(QStringLiteral("onlyChanged"));
    m_changed->setBold(false);
    m_changed->setCursor(Qt::PointingHandCursor);
    connect(m_changed, &Chip::clicked, this, [this] { setOnlyChanged(!m_grid->onlyChanged()); });
    row->addWidget(m_changed);
    row->addStretch(1);
    row->addWidget(new Chip(Tone::Malachite, {}, tr("+ added")));
    row->addWidget(new Chip(Tone::Azurite, {}, tr("↑ ↓ changed")));
    row->addWidget(new Chip(Tone::Cinnabar, {}, tr("− taken out")));
    row->addWidget(new Label(tr("against the formula before"), TypeStyle::Caption, Token::Text2));
    column->addWidget(tools);

    m_stack->addWidget(m_grid);
    m_stack->addWidget(new EmptyState(QStringLiteral("formula"), tr("No signed formula yet"),
                                      tr("Formulas of signed visits stand side by side here; [Esc] leads back.")));
    auto *body = new QWidget;
    body->setLayout(m_stack);
    column->addWidget(body, 1);
    connect(m_grid, &FormulaGrid::taken, this, &TimelinePage::take);
    connect(m_printer, &PaperPrinter::printed, this,
            [this](const QString &sentence) { m_strip->say(MessageStrip::Kind::Done, sentence); });
    connect(m_printer, &PaperPrinter::failed, this,
            [this](const Error &error) { m_strip->say(MessageStrip::Kind::Stop, error.message); });

    const auto key = [this](const QKeySequence &keys, auto act) {
        auto *shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, act);
    };
    key(Qt::Key_V, [this] { setOnlyChanged(!m_grid->onlyChanged()); });
    key(Qt::Key_F9, [this] { print(false); });
    key(QKeySequence(Qt::CTRL | Qt::Key_P), [this] { print(true); });
    key(Qt::Key_Escape, [this] {
        if (m_patient)
            emit chartWanted(*m_patient);
    });
}

QString TimelinePage::title() const
{
    return tr("Formulas");
}

QString TimelinePage::context() const
{
    if (m_opened.visits.isEmpty())
        return {};
    return tr("%n formula(s)", nullptr, int(m_opened.visits.size())) + u'·' +
           tr("%n herb(s)", nullptr, int(m_lines.rows.size()));
}

QList<KeyHint> TimelinePage::keyHints() const
{
    QList<KeyHint> hints{{QStringLiteral("← →"), tr("visit")},
                         {QStringLiteral("↑ ↓"), tr("herb")},
                         {QStringLiteral("V"), tr("only what changed")},
                         {QStringLiteral("F9"), tr("print")},
                         {QStringLiteral("Esc"), tr("chart")}};
    if (m_who.may(access::Permission::WritePrescriptions))
        hints.insert(2, {QStringLiteral("⏎"), tr("prescribe from it")});
    return hints;
}

void TimelinePage::openPatient(PatientId id)
{
    if (m_patient != id) {
        m_patient = id;
        m_opened = {};
        m_lines = {};
        m_banner->setTitle({});
        m_banner->setFacts({});
        m_banner->setChips({});
        m_grid->setFormulas({}, {}, {});
        emit patientChanged();
    }
    m_strip->clear();
    load();
}

void TimelinePage::load()
{
    const quint64 question = ++m_question;
    const QDate day = today(m_clinic);
    const auto asked = m_clinic.read([id = *m_patient, day](const store::Snapshot &view) -> Result<Opened> {
        const auto strip = patient::open(view, id);
        if (!strip)
            return strip.error();
        const auto visits = consultation::formulaTimeline(view, id, TimelinePaper::mostVisits);
        if (!visits)
            return visits.error();
        const auto clinic = access::clinicProfile(view);
        return Opened{*strip, *visits, clinic ? clinic->name : QString(), day};
    });
    onDone(asked, this, [this, question](const Result<Opened> &opened) {
        if (question != m_question)
            return;
        if (opened)
            return showOpened(*opened);
        m_strip->say(MessageStrip::Kind::Stop, opened.error().message);
    });
}

void TimelinePage::showOpened(const Opened &opened)
{
    m_opened = opened;
    m_patient = opened.strip.patient.id;
    m_lines = consultation::comparedVisits(opened.visits);
    const ScoreLine score = scoreOf(*m_catalog, opened.visits);
    fillBanner(*m_banner, opened.strip, opened.today);
    m_grid->setFormulas(formulaColumns(*m_catalog, opened.visits, score), score, m_lines);
    m_stack->setCurrentIndex(opened.visits.isEmpty() ? 1 : 0);
    m_print->setEnabled(!opened.visits.isEmpty());
    m_begin->setEnabled(!opened.visits.isEmpty());
    emit headingChanged();
    if (isVisible())
        activate();
}

void TimelinePage::activate()
{
    m_grid->setFocus(Qt::OtherFocusReason);
}

void TimelinePage::setOnlyChanged(bool only)
{
    m_grid->setOnlyChanged(only);
    m_changed->setTone(only ? Tone::Apricot : Tone::Neutral);
    m_changed->setBold(only);
}

void TimelinePage::take(int column)
{
    if (column < 0 || column >= m_opened.visits.size() || !m_who.may(access::Permission::WritePrescriptions))
        return;
    emit formulaWanted(*m_patient, m_opened.visits.at(column).prescription.content);
}

Sheets TimelinePage::paper() const
{
    const Patient &patient = m_opened.strip.patient;
    const ScoreLine score = scoreOf(*m_catalog, m_opened.visits);
    TimelinePaper::Content content;
    content.patient =
        QStringList{patient.name, sexAndAge(patient.sex, patient.birthDate, m_opened.today), patient.number}.join(
            QStringLiteral("  "));
    content.clinic = m_opened.clinicName;
    content.printedOn = m_opened.today.toString(Qt::ISODate);
    content.columns = formulaColumns(*m_catalog, m_opened.visits, score);
    content.score = score;
    content.grid = m_lines;
    Sheets sheets = TimelinePaper(content).sheets();
    sheets.about = {paperkind::formulaTimeline, QStringLiteral("patient"), patient.id.uuid(), patient.id.uuid()};
    return sheets;
}

void TimelinePage::print(bool preview)
{
    if (m_opened.visits.isEmpty())
        return;
    const auto make = [sheets = paper()](const PaperDress &) { return sheets; };
    if (preview)
        m_printer->show(make);
    else
        m_printer->send(make);
}

} // namespace xinglin::ui
