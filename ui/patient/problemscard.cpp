#include "ui/patient/problemscard.h"

#include "clinic/draftcontent.h"
#include "ui/kit/button.h"
#include "ui/kit/chipbar.h"
#include "ui/kit/field.h"
#include "ui/kit/flowlayout.h"
#include "ui/kit/ondone.h"
#include "ui/kit/rowdelegate.h"
#include "ui/kit/style.h"
#include "ui/kit/text.h"
#include "ui/patient/illnessedit.h"
#include "ui/shell/formdraft.h"
#include "ui/shell/patientwords.h"
#include "ui/shell/reasondialog.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QShortcut>
#include <QStandardItemModel>

namespace xinglin::ui {

namespace {

constexpr int mostOffered = 8;
constexpr int mostRows = 8;

} // namespace

ProblemsCard::ProblemsCard(Clinic &clinic, std::shared_ptr<const Catalog> catalog, const Who &who, QWidget *parent)
    : QWidget(parent)
    , m_clinic(clinic)
    , m_catalog(std::move(catalog))
    , m_mayWrite(who.may(access::Permission::WriteVisit))
    , m_none(new Label(tr("None known."), TypeStyle::Small, Token::Text2))
    , m_model(new QStandardItemModel(this))
    , m_list(new QListView)
    , m_said(new Label(QString(), TypeStyle::Small, Token::CinnabarText))
    , m_past(new Button(QString(), ButtonKind::Ghost))
{
    setObjectName(QStringLiteral("problemsCard"));
    m_list->setObjectName(QStringLiteral("problems"));
    m_list->setAccessibleName(tr("Problems"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new RowDelegate(m_list, Size::Row));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->installEventFilter(this);
    m_said->setObjectName(QStringLiteral("problemsSaid"));
    m_said->setWordWrap(true);
    m_said->hide();
    m_past->setObjectName(QStringLiteral("pastProblems"));
    m_past->setControlSize(ButtonSize::Small);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, gapControls, 0, 0);
    column->setSpacing(6);
    column->addWidget(new Label(tr("Problems"), TypeStyle::Heading));
    column->addWidget(m_none);
    column->addWidget(m_list);
    if (m_mayWrite)
        column->addWidget(buildActs());
    column->addWidget(m_past, 0, Qt::AlignLeft);
    if (m_mayWrite)
        column->addWidget(buildEntry());
    column->addWidget(m_said);
    connect(m_past, &Button::clicked, this, [this] {
        m_showPast = !m_showPast;
        fill();
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        const auto problem = current();
        if (m_turn && problem)
            m_turn->setText(problem->status == ConditionStatus::Active ? tr("Resolved", "a problem")
                                                                       : tr("Active again", "a problem"));
        if (m_turn)
            m_turn->setKeyCap(tr("Space", "key"));
    });
    fill();
}

ProblemsCard::~ProblemsCard()
{
    if (m_draft)
        m_draft->close();
}

QWidget *ProblemsCard::buildActs()
{
    m_acts = new QWidget;
    auto *row = new FlowLayout(6, 6, m_acts); // two lines where the words are large
    row->setContentsMargins(XinglinStyle::ringRoom, XinglinStyle::ringRoom, XinglinStyle::ringRoom,
                            XinglinStyle::ringRoom);
    m_turn = new Button(tr("Resolved", "a problem"));
    m_turn->setObjectName(QStringLiteral("turnProblem"));
    m_turn->setControlSize(ButtonSize::Small);
    m_turn->setKeyCap(tr("Space", "key"));
    auto *wrong = new Button(tr("Entered in error"));
    wrong->setObjectName(QStringLiteral("retractProblem"));
    wrong->setControlSize(ButtonSize::Small);
    wrong->setKeyCap(QStringLiteral("Del"));
    row->addWidget(m_turn);
    row->addWidget(wrong);
    connect(m_turn, &Button::clicked, this, &ProblemsCard::turn);
    connect(wrong, &Button::clicked, this, &ProblemsCard::takeOut);
    return m_acts;
}

QWidget *ProblemsCard::buildEntry()
{
    auto *part = new QWidget;
    m_name = new IllnessEdit(m_catalog);
    m_name->setObjectName(QStringLiteral("problem"));
    m_name->setPlaceholderText(tr("Ctrl P: code, initials or name"));
    m_since = new QLineEdit;
    m_since->setObjectName(QStringLiteral("problemSince"));
    m_since->setPlaceholderText(tr("2019, 3 years"));
    auto *name = new Field(tr("Has"), m_name);
    auto *since = new Field(tr("Since", "when a problem began"), m_since);
    name->setReserve(false);
    since->setReserve(false);
    auto *add = new Button(tr("Add"));
    add->setObjectName(QStringLiteral("addProblem"));
    add->setAccessibleName(tr("Add the problem"));
    add->setKeyCap(QStringLiteral("⏎"));
    auto *line = new QHBoxLayout;
    line->addWidget(since, 1);
    line->addWidget(add, 0, Qt::AlignBottom);
    m_fromVisits = new Label(tr("From visits"), TypeStyle::Small, Token::Text2);
    m_chips = new ChipBar(tr("From visits"));
    m_chips->setObjectName(QStringLiteral("problemChips"));
    m_draft = new FormDraft(
        m_clinic, DraftKeys::of(m_clinic),
        {part, [this] { return typed(); }, [this](const FormDraft::Fields &kept) { put(kept); }, [this] { put({}); }});
    m_draft->strip()->setObjectName(QStringLiteral("problemStrip"));
    m_draft->strip()->setKeys({}); // Ctrl+D compares visits here; Tab reaches it
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(m_draft->strip());
    column->addWidget(name);
    column->addLayout(line);
    column->addWidget(m_fromVisits);
    column->addWidget(m_chips);
    for (QLineEdit *edit : std::initializer_list<QLineEdit *>{m_name, m_since})
        connect(edit, &QLineEdit::returnPressed, this, &ProblemsCard::add);
    connect(add, &Button::clicked, this, &ProblemsCard::add);
    connect(m_chips, &ChipBar::changed, this, &ProblemsCard::addCandidates);
    auto *go = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_P), this);
    go->setObjectName(QStringLiteral("goToProblem"));
    connect(go, &QShortcut::activated, this, [this] { m_name->setFocus(Qt::ShortcutFocusReason); });
    return part;
}

std::optional<QMap<QString, QString>> ProblemsCard::typed() const
{
    if (m_name->text().isEmpty() && m_since->text().isEmpty())
        return {};
    QMap<QString, QString> fields = m_name->fields();
    fields.insert(m_since->objectName(), m_since->text());
    return fields;
}

void ProblemsCard::put(const QMap<QString, QString> &fields)
{
    m_name->put(fields);
    m_since->setText(fields.value(m_since->objectName()));
}

void ProblemsCard::rest(bool resting)
{
    if (m_draft)
        m_draft->rest(resting);
}

void ProblemsCard::setPatient(const std::optional<PatientId> &id)
{
    if (m_patient != id) {
        m_showPast = false;
        m_said->hide();
        if (m_draft) {
            m_draft->end();
            put({});
            if (id)
                m_draft->begin({draftkind::problem, id->uuid()}, {{FormContent::patient, id->toString()}});
        }
        show({});
    }
    m_patient = id;
    const quint64 question = ++m_question;
    if (!id)
        return;
    const auto asked = m_clinic.read([id = *id, may = m_mayWrite](const store::Snapshot &view) -> Result<Known> {
        auto problems = condition::ofPatient(view, id);
        if (!problems)
            return problems.error();
        auto candidates = may ? condition::fromVisits(view, id) : Result(QList<ConditionCandidate>());
        if (!candidates)
            return candidates.error();
        return Known{*std::move(problems), *std::move(candidates)};
    });
    onDone(asked, this, [this, question](const Result<Known> &known) {
        if (question != m_question)
            return;
        setVisible(known.ok()); // not shared with this reader: nothing is said at all
        show(known ? *known : Known());
    });
}

void ProblemsCard::show(const Known &known)
{
    m_known = known;
    fill();
    if (!m_chips)
        return;
    QList<ChipItem> chips;
    for (const ConditionCandidate &one :
         known.candidates.first(qMin<qsizetype>(mostOffered, known.candidates.size()))) {
        const DiagnosisEntry &entry = one.diagnosis;
        const Term *term = illnessTerm(*m_catalog, entry.codeSystem, entry.code);
        chips << ChipItem{QString::number(chips.size()),
                          tr("%1 ×%2", "a diagnosis, in how many visits")
                              .arg(illnessName(*m_catalog, entry.codeSystem, entry.code, entry.display))
                              .arg(one.visits),
                          term ? term->initials : QString(), false, false};
    }
    m_chips->setChips(chips);
    m_chips->setVisible(!chips.isEmpty());
    m_fromVisits->setVisible(!chips.isEmpty());
}

void ProblemsCard::fill()
{
    const auto before = current();
    m_model->clear();
    int past = 0;
    int at = 0;
    for (qsizetype i = 0; i < m_known.problems.size(); ++i) {
        const Condition &one = m_known.problems[i];
        const bool over = one.status == ConditionStatus::Resolved;
        past += over ? 1 : 0;
        if (over && !m_showPast)
            continue;
        const ConditionDraft &content = one.content;
        const QString since = content.onset ? tr("since %1", "a date").arg(dateText(*content.onset)) : QString();
        const QString end = one.abated ? tr("until %1", "a date").arg(dateText(*one.abated)) : QString();
        auto *item = new QStandardItem(illnessName(*m_catalog, content.codeSystem, content.code, content.display));
        item->setData((since + u' ' + end).trimmed(), RowDetailRole);
        item->setData(over, RowStruckRole);
        item->setData(int(i), Qt::UserRole);
        item->setData(QStringList{item->text(), since, end, over ? tr("resolved") : QString()}.join(u' ').simplified(),
                      Qt::AccessibleTextRole);
        item->setToolTip(content.code.isEmpty() ? item->text() : item->text() + u' ' + content.code);
        if (before && before->id == one.id)
            at = m_model->rowCount();
        m_model->appendRow(item);
    }
    const int rows = m_model->rowCount();
    if (rows > 0) {
        m_list->setCurrentIndex(m_model->index(at, 0));
        m_list->setFixedHeight(qMin(rows, mostRows) * qMax(1, m_list->sizeHintForRow(0)) + 2);
    }
    m_list->setVisible(rows > 0);
    m_none->setVisible(rows == 0);
    if (m_acts)
        m_acts->setVisible(rows > 0);
    m_past->setVisible(past > 0);
    m_past->setText(m_showPast ? tr("Hide what is over") : tr("Show %n resolved", nullptr, past));
}

std::optional<Condition> ProblemsCard::current() const
{
    const QModelIndex index = m_list->currentIndex();
    const int at = index.isValid() ? index.data(Qt::UserRole).toInt() : -1;
    return at >= 0 && at < m_known.problems.size() ? std::optional(m_known.problems[at]) : std::nullopt;
}

template <class F>
void ProblemsCard::write(const QByteArray &act, F f, std::function<void(bool)> then)
{
    const auto told = [this, then = std::move(then), patient = m_patient](const auto &done) {
        if (patient != m_patient)
            return;
        m_said->setText(done ? QString() : done.error().message);
        m_said->setVisible(!done);
        if (then)
            then(done.ok());
    };
    onDone(m_clinic.write(act, std::move(f)), this, told);
}

void ProblemsCard::add()
{
    if (!m_patient || m_name->isComposing() || m_name->text().trimmed().isEmpty())
        return;
    const DiagnosisEntry entry = m_name->entry();
    ConditionDraft draft{*m_patient, entry.codeSystem, entry.code, entry.display, {}, {}};
    const QString since = m_since->text().trimmed();
    draft.onset = condition::onsetFrom(since, today(m_clinic));
    if (!since.isEmpty() && !draft.onset) {
        m_said->setText(tr("Since when is not understood: a year, a month or a day, or \"3 years\"."));
        m_said->show();
        m_since->setFocus();
        return;
    }
    const auto adding = [draft, typed = m_draft->handOver()](store::Transaction &tx) -> Result<Condition> {
        if (auto settled = drafts::settle(tx, typed); !settled)
            return settled.error();
        return condition::add(tx, draft);
    };
    write("condition.record", adding, [this](bool added) {
        if (added)
            put({});
        m_draft->handedOver(added);
        if (added)
            m_name->setFocus();
    });
}

void ProblemsCard::addCandidates(const QStringList &chosen)
{
    const int at = chosen.isEmpty() ? -1 : chosen.constLast().toInt();
    if (!m_patient || at < 0 || at >= m_known.candidates.size())
        return;
    const DiagnosisEntry entry = m_known.candidates[at].diagnosis;
    const ConditionDraft draft{*m_patient, entry.codeSystem, entry.code, entry.display, {}, {}};
    write("condition.record", [draft](store::Transaction &tx) { return condition::add(tx, draft); });
}

void ProblemsCard::turn()
{
    const auto problem = current();
    if (!problem || !m_mayWrite)
        return;
    write("condition.resolve", [id = problem->id, status = problem->status](store::Transaction &tx) {
        return status == ConditionStatus::Active ? condition::resolve(tx, id) : condition::reactivate(tx, id);
    });
}

void ProblemsCard::takeOut()
{
    const auto problem = current();
    if (!problem || !m_mayWrite)
        return;
    const ReasonQuestion asked{QStringLiteral("retractProblemDialog"),
                               QStringLiteral("retractProblemReason"),
                               tr("Was this problem entered in error?"),
                               tr("It leaves the list; the history of the record keeps it with the reason."),
                               tr("Take out"),
                               tr("Reason"),
                               {draftkind::reason, problem->id.uuid()},
                               {{FormContent::patient, m_patient->toString()}}};
    askReason(m_clinic, this, asked, [this, id = problem->id](const QString &why) {
        write("condition.retract", [id, why](store::Transaction &tx) { return condition::markInError(tx, id, why); });
    });
}

bool ProblemsCard::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress && m_mayWrite) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Space) {
            turn();
            return true;
        }
        if (key == Qt::Key_Delete || key == Qt::Key_Backspace) {
            takeOut();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace xinglin::ui
