#include "ui/patient/familycard.h"

#include "base/text/pinyin.h"
#include "clinic/draftcontent.h"
#include "ui/kit/button.h"
#include "ui/kit/field.h"
#include "ui/kit/ondone.h"
#include "ui/kit/popuplist.h"
#include "ui/kit/rowdelegate.h"
#include "ui/kit/text.h"
#include "ui/patient/illnessedit.h"
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

constexpr int mostRows = 6;

/// Whether the letters or the word mean this relative: "fq", "father", "母".
bool means(const QString &name, const QString &typed)
{
    return name.startsWith(typed, Qt::CaseInsensitive) || termInitials(name).startsWith(typed, Qt::CaseInsensitive) ||
           name.contains(u' ' + typed, Qt::CaseInsensitive);
}

} // namespace

FamilyCard::FamilyCard(Clinic &clinic, std::shared_ptr<const Catalog> catalog, const Who &who, QWidget *parent)
    : QWidget(parent)
    , m_clinic(clinic)
    , m_catalog(std::move(catalog))
    , m_mayRead(who.may(access::Permission::ReadNarrative))
    , m_mayWrite(who.may(access::Permission::WriteVisit))
    , m_none(new Label(tr("No illness in the family is known."), TypeStyle::Small, Token::Text2))
    , m_historyModel(new QStandardItemModel(this))
    , m_history(new QListView)
    , m_said(new Label(QString(), TypeStyle::Small, Token::CinnabarText))
{
    setObjectName(QStringLiteral("familyCard"));
    m_none->setWordWrap(true);
    m_said->setObjectName(QStringLiteral("familySaid"));
    m_said->setWordWrap(true);
    m_said->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 8, 0, 0);
    column->setSpacing(6);
    column->addWidget(new Label(tr("Family history"), TypeStyle::Heading));
    column->addWidget(m_none);
    m_history->setObjectName(QStringLiteral("familyHistory"));
    m_history->setAccessibleName(tr("Illnesses in the family"));
    m_history->setModel(m_historyModel);
    m_history->setItemDelegate(new RowDelegate(m_history, Size::Row));
    m_history->setFrameShape(QFrame::NoFrame);
    m_history->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_history->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_history->installEventFilter(this);
    column->addWidget(m_history);
    if (m_mayWrite) {
        m_takeOut = new Button(tr("Entered in error"));
        m_takeOut->setObjectName(QStringLiteral("retractFamily"));
        m_takeOut->setControlSize(ButtonSize::Small);
        m_takeOut->setKeyCap(QStringLiteral("Del"));
        column->addWidget(m_takeOut, 0, Qt::AlignLeft);
        connect(m_takeOut, &Button::clicked, this, &FamilyCard::takeOut);
        m_entry = buildEntry();
        column->addWidget(m_entry);
    }
    column->addWidget(m_said);
    show({});
}

FamilyCard::~FamilyCard()
{
    if (m_draft)
        m_draft->close();
}

QWidget *FamilyCard::buildEntry()
{
    auto *part = new QWidget;
    m_relative = new QLineEdit;
    m_relative->setObjectName(QStringLiteral("relative"));
    m_relative->setPlaceholderText(tr("Alt F: who"));
    m_relatives = new Completion(m_relative);
    m_relatives->setMinimumWidth(200);
    m_illness = new IllnessEdit(m_catalog);
    m_illness->setObjectName(QStringLiteral("familyIllness"));
    m_age = new QLineEdit;
    m_age->setObjectName(QStringLiteral("familyAge"));
    m_age->setPlaceholderText(tr("years"));
    auto *relative = new Field(tr("Relative"), m_relative);
    auto *illness = new Field(tr("Had", "an illness, of a relative"), m_illness);
    auto *age = new Field(tr("Since the age of"), m_age);
    for (Field *field : {relative, illness, age})
        field->setReserve(false);
    auto *add = new Button(tr("Add"));
    add->setObjectName(QStringLiteral("addFamily"));
    add->setAccessibleName(tr("Add to the family's history"));
    add->setKeyCap(QStringLiteral("⏎"));
    m_draft = new FormDraft(
        m_clinic, DraftKeys::of(m_clinic),
        {part, [this] { return typed(); }, [this](const FormDraft::Fields &kept) { put(kept); }, [this] { put({}); }});
    m_draft->strip()->setObjectName(QStringLiteral("familyStrip"));
    m_draft->strip()->setKeys({}); // Ctrl+D compares visits here; Tab reaches it
    auto *first = new QHBoxLayout;
    first->addWidget(relative, 2);
    first->addWidget(illness, 3);
    auto *second = new QHBoxLayout;
    second->addWidget(age, 1);
    second->addWidget(add, 0, Qt::AlignBottom);
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(m_draft->strip());
    column->addLayout(first);
    column->addLayout(second);
    connect(m_relatives, &Completion::queryChanged, this, &FamilyCard::propose);
    connect(m_relatives, &Completion::taken, this,
            [this](const CompletionRow &row) { m_relative->setText(row.primary); });
    for (QLineEdit *edit : std::initializer_list<QLineEdit *>{m_relative, m_illness, m_age})
        connect(edit, &QLineEdit::returnPressed, this, &FamilyCard::add);
    connect(add, &Button::clicked, this, &FamilyCard::add);
    auto *go = new QShortcut(QKeySequence(Qt::ALT | Qt::Key_F), this);
    go->setObjectName(QStringLiteral("goToFamily"));
    connect(go, &QShortcut::activated, this, [this] { m_relative->setFocus(Qt::ShortcutFocusReason); });
    return part;
}

void FamilyCard::rest(bool resting)
{
    if (m_draft)
        m_draft->rest(resting);
}

void FamilyCard::setPatient(const std::optional<PatientId> &id)
{
    if (m_patient != id) {
        say({});
        if (m_draft) {
            m_draft->end();
            put({});
            if (id)
                m_draft->begin({draftkind::family, id->uuid()}, {{FormContent::patient, id->toString()}});
        }
        show({});
    }
    m_patient = id;
    const quint64 question = ++m_question;
    if (!id)
        return;
    const auto asked = m_clinic.read([id = *id, may = m_mayRead](const store::Snapshot &view) -> Result<Known> {
        Known known;
        if (may) {
            if (auto history = familyhistory::ofPatient(view, id))
                known.history = *std::move(history);
        }
        return known;
    });
    onDone(asked, this, [this, question](const Result<Known> &known) {
        if (question == m_question)
            show(known ? *known : Known());
    });
}

void FamilyCard::show(const Known &known)
{
    m_known = known;
    const QList<FamilyHistory> history = known.history.value_or(QList<FamilyHistory>());
    m_historyModel->clear();
    for (const FamilyHistory &one : history) {
        const FamilyHistoryDraft &content = one.content;
        FamilyHistory ageless = one; // the age stands at the side
        ageless.content.onsetAge.reset();
        auto *item = new QStandardItem(familyLine(*m_catalog, ageless));
        item->setData(content.onsetAge ? tr("at %1", "an age in years").arg(*content.onsetAge) : QString(),
                      RowDetailRole);
        item->setData(familyLine(*m_catalog, one), Qt::AccessibleTextRole);
        item->setToolTip(content.code.isEmpty() ? item->text() : item->text() + u' ' + content.code);
        m_historyModel->appendRow(item);
    }
    const int rows = m_historyModel->rowCount();
    m_history->setVisible(rows > 0);
    if (rows > 0) {
        m_history->setFixedHeight(qMin(rows, mostRows) * qMax(1, m_history->sizeHintForRow(0)) + 2);
        m_history->setCurrentIndex(m_historyModel->index(0, 0));
    }
    m_none->setVisible(known.history && history.isEmpty());
    if (m_takeOut)
        m_takeOut->setVisible(!history.isEmpty());
    if (m_entry)
        m_entry->setVisible(known.history.has_value());
    setVisible(known.history.has_value()); // nothing to be seen by this reader: nothing is said
}

void FamilyCard::propose(const QString &typed)
{
    QList<CompletionRow> rows;
    for (const Kinship kinship : familyhistory::allKinships()) {
        const QString name = familyhistory::nameOf(kinship);
        if (!typed.trimmed().isEmpty() && means(name, typed.trimmed()))
            rows << CompletionRow{name, {}, {}, familyhistory::codeOf(kinship)};
    }
    m_relatives->setRows(rows);
}

std::optional<Kinship> FamilyCard::typedKinship() const
{
    const QString typed = m_relative->text().trimmed();
    for (const Kinship kinship : familyhistory::allKinships()) {
        if (familyhistory::nameOf(kinship).compare(typed, Qt::CaseInsensitive) == 0)
            return kinship;
    }
    return std::nullopt;
}

std::optional<QMap<QString, QString>> FamilyCard::typed() const
{
    if (m_relative->text().isEmpty() && m_illness->text().isEmpty() && m_age->text().isEmpty())
        return {};
    QMap<QString, QString> fields = m_illness->fields();
    fields.insert(m_relative->objectName(), m_relative->text());
    fields.insert(m_age->objectName(), m_age->text());
    return fields;
}

void FamilyCard::put(const QMap<QString, QString> &fields)
{
    m_relative->setText(fields.value(m_relative->objectName()));
    m_illness->put(fields);
    m_age->setText(fields.value(m_age->objectName()));
}

void FamilyCard::say(const QString &sentence)
{
    m_said->setText(sentence);
    m_said->setVisible(!sentence.isEmpty());
}

template <class F>
void FamilyCard::write(const QByteArray &act, F f, std::function<void(bool)> then)
{
    onDone(m_clinic.write(act, std::move(f)), this,
           [this, then = std::move(then), patient = m_patient](const auto &done) {
               if (patient != m_patient)
                   return;
               say(done ? QString() : done.error().message);
               if (then)
                   then(done.ok());
           });
}

void FamilyCard::add()
{
    if (!m_patient || m_illness->isComposing() || m_relatives->isComposing() || !typed())
        return;
    const auto wrong = [this](QLineEdit *edit, const QString &sentence) {
        say(sentence);
        edit->setFocus();
    };
    const auto kinship = typedKinship();
    if (!kinship)
        return wrong(m_relative, tr("Say which relative: father, mother, brother …"));
    if (m_illness->text().trimmed().isEmpty()) {
        if (m_illness->hasFocus())
            say(tr("Say what the relative had."));
        return m_illness->setFocus();
    }
    FamilyHistoryDraft draft{*m_patient, *kinship, {}, {}, {}, {}};
    const DiagnosisEntry entry = m_illness->entry();
    draft.codeSystem = entry.codeSystem;
    draft.code = entry.code;
    draft.display = entry.display;
    if (const QString age = m_age->text().trimmed(); !age.isEmpty()) {
        bool isNumber = false;
        draft.onsetAge = age.toInt(&isNumber);
        if (!isNumber)
            return wrong(m_age, tr("The age is a number of years."));
    }
    const auto adding = [draft, typed = m_draft->handOver()](store::Transaction &tx) -> Result<FamilyHistory> {
        if (auto settled = drafts::settle(tx, typed); !settled)
            return settled.error();
        return familyhistory::add(tx, draft);
    };
    write("family.record", adding, [this](bool added) {
        if (added)
            put({});
        m_draft->handedOver(added);
        if (added)
            m_relative->setFocus();
    });
}

void FamilyCard::takeOut()
{
    const int row = m_history->currentIndex().row();
    if (!m_mayWrite || !m_known.history || row < 0 || row >= m_known.history->size())
        return;
    const FamilyHistoryId id = m_known.history->at(row).id;
    const ReasonQuestion asked{QStringLiteral("retractFamilyDialog"),
                               QStringLiteral("retractFamilyReason"),
                               tr("Was this entered in error?"),
                               tr("It leaves the list; the history of the record keeps it with the reason."),
                               tr("Take out"),
                               {},
                               {draftkind::reason, id.uuid()},
                               {{FormContent::patient, m_patient->toString()}}};
    askReason(m_clinic, this, asked, [this, id](const QString &why) {
        write("family.retract", [id, why](store::Transaction &tx) { return familyhistory::markInError(tx, id, why); });
    });
}

bool FamilyCard::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_history && event->type() == QEvent::KeyPress && m_mayWrite) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Delete || key == Qt::Key_Backspace) {
            takeOut();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace xinglin::ui
