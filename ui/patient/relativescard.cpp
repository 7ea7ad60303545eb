#include "ui/patient/relativescard.h"

#include "clinic/draftcontent.h"
#include "clinic/patient/kinship.h"
#include "ui/kit/button.h"
#include "ui/kit/field.h"
#include "ui/kit/flowlayout.h"
#include "ui/kit/ondone.h"
#include "ui/kit/rowdelegate.h"
#include "ui/kit/style.h"
#include "ui/kit/text.h"
#include "ui/patient/householdlist.h"
#include "ui/patient/kinshipedit.h"
#include "ui/patient/patientchoice.h"
#include "ui/shell/formdraft.h"
#include "ui/shell/patientwords.h"
#include "ui/shell/reasondialog.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListView>
#include <QShortcut>
#include <QStandardItemModel>

#include <utility>

namespace xinglin::ui {

namespace {

constexpr int mostRows = 6;
const QString chosenField = QStringLiteral("relativeChosen"); ///< Beside the fields of the form: who was taken.

Button *small(const QString &text, const char *name, const QString &keys)
{
    auto *button = new Button(text);
    button->setObjectName(QLatin1String(name));
    button->setControlSize(ButtonSize::Small);
    button->setKeyCap(keys);
    return button;
}

} // namespace

RelativesCard::RelativesCard(Clinic &clinic, const Who &who, QWidget *parent)
    : QWidget(parent)
    , m_clinic(clinic)
    , m_mayWrite(who.may(access::Permission::EditPatient))
    , m_model(new QStandardItemModel(this))
    , m_list(new QListView)
    , m_none(new Label(tr("Nobody is recorded."), TypeStyle::Small, Token::Text2))
    , m_said(new Label(QString(), TypeStyle::Small, Token::CinnabarText))
    , m_householdPart(new QWidget)
    , m_household(new HouseholdList)
{
    setObjectName(QStringLiteral("relativesCard"));
    m_none->setWordWrap(true);
    m_said->setObjectName(QStringLiteral("relativesSaid"));
    m_said->setWordWrap(true);
    m_said->hide();
    buildList();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, gapControls, 0, 0);
    column->setSpacing(6);
    column->addWidget(new Label(tr("Family"), TypeStyle::Heading));
    column->addWidget(m_none);
    column->addWidget(m_list);
    if (m_mayWrite) {
        column->addWidget(buildActs());
        m_entry = buildEntry();
        column->addWidget(m_entry);
    }
    column->addWidget(m_said);
    auto *household = new QVBoxLayout(m_householdPart);
    household->setContentsMargins(0, 0, 0, 0);
    household->setSpacing(6);
    household->addWidget(new Label(tr("Same phone"), TypeStyle::Small, Token::Text2));
    household->addWidget(m_household);
    if (m_mayWrite) {
        auto *relate = small(tr("Add to the family"), "relateHousehold", tr("Space", "key"));
        household->addWidget(relate, 0, Qt::AlignLeft);
        connect(relate, &Button::clicked, this, &RelativesCard::takeUp);
        m_household->installEventFilter(this);
    }
    column->addWidget(m_householdPart);
    connect(m_household, &HouseholdList::chosen, this, &RelativesCard::patientWanted);
    show({});
}

RelativesCard::~RelativesCard()
{
    if (m_draft)
        m_draft->close();
}

void RelativesCard::buildList()
{
    m_list->setObjectName(QStringLiteral("relatives"));
    m_list->setAccessibleName(tr("Family"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new RowDelegate(m_list, Size::Row));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->installEventFilter(this);
    connect(m_list, &QListView::doubleClicked, this, &RelativesCard::openCurrent);
}

QWidget *RelativesCard::buildActs()
{
    auto *part = new QWidget;
    auto *row = new FlowLayout(6, 6, part); // two lines where the words are large
    row->setContentsMargins(XinglinStyle::ringRoom, XinglinStyle::ringRoom, XinglinStyle::ringRoom,
                            XinglinStyle::ringRoom);
    m_begin = small(tr("Add"), "beginRelative", {});
    m_begin->setAccessibleName(tr("Add a relative"));
    m_begin->setKeys(QKeySequence(Qt::ALT | Qt::Key_R));
    auto *ended = small(tr("Related no more"), "endRelative", QStringLiteral("Del"));
    auto *wrong = small(tr("Entered in error"), "retractRelative", QStringLiteral("Shift Del"));
    m_acts = {ended, wrong};
    for (Button *button : {m_begin, ended, wrong})
        row->addWidget(button);
    connect(m_begin, &Button::clicked, this, [this] { open(true); });
    connect(ended, &Button::clicked, this, &RelativesCard::end);
    connect(wrong, &Button::clicked, this, &RelativesCard::takeOut);
    return part;
}

QWidget *RelativesCard::buildEntry()
{
    auto *part = new QWidget;
    m_name = new PatientChoice(m_clinic);
    m_name->setObjectName(QStringLiteral("relativeName"));
    m_kinship = new KinshipEdit;
    m_kinship->setObjectName(QStringLiteral("relativeKinship"));
    m_kinship->setPlaceholderText(tr("mother, son …"));
    m_phone = new QLineEdit;
    m_phone->setObjectName(QStringLiteral("relativePhone"));
    m_guardian = new QCheckBox(tr("Guardian"));
    m_guardian->setObjectName(QStringLiteral("relativeGuardian"));
    m_guardian->setToolTip(tr("One of the two answers for the other, who is a minor."));
    auto *name = new Field(tr("Patient, or the name of another person"), m_name);
    auto *kinship = new Field(tr("Is the patient's"), m_kinship);
    m_phoneField = new Field(tr("Phone"), m_phone);
    for (Field *field : {name, kinship, m_phoneField})
        field->setReserve(false);
    auto *add = small(tr("Add"), "addRelative", QStringLiteral("⏎"));
    add->setAccessibleName(tr("Add to the family"));
    m_draft = new FormDraft(
        m_clinic, DraftKeys::of(m_clinic),
        {part, [this] { return typed(); }, [this](const FormDraft::Fields &kept) { put(kept); }, [this] { put({}); }});
    m_draft->strip()->setObjectName(QStringLiteral("relativeStrip"));
    m_draft->strip()->setKeys({}); // Ctrl+D compares visits here; Tab reaches it
    auto *row = new QHBoxLayout;
    row->addWidget(kinship, 1);
    row->addWidget(m_phoneField, 1);
    auto *last = new QHBoxLayout;
    last->addWidget(m_guardian, 1);
    last->addWidget(add);
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(m_draft->strip());
    column->addWidget(name);
    column->addLayout(row);
    column->addLayout(last);
    for (QLineEdit *edit : std::initializer_list<QLineEdit *>{m_name, m_kinship, m_phone}) {
        connect(edit, &QLineEdit::returnPressed, this, &RelativesCard::add);
        connect(edit, &QLineEdit::textEdited, this, [this] { m_addWhenFound = false; });
        edit->installEventFilter(this);
    }
    connect(m_name, &PatientChoice::answered, this, [this] {
        if (std::exchange(m_addWhenFound, false))
            this->add();
    });
    connect(m_name, &PatientChoice::failed, this, [this](const Error &error) {
        m_addWhenFound = false;
        say(error.message);
    });
    m_guardian->installEventFilter(this);
    connect(m_name, &PatientChoice::chosenChanged, this, &RelativesCard::whoChanged);
    connect(add, &Button::clicked, this, &RelativesCard::add);
    return part;
}

void RelativesCard::rest(bool resting)
{
    if (m_draft)
        m_draft->rest(resting);
}

void RelativesCard::setPatient(const std::optional<PatientId> &id)
{
    if (m_patient != id) {
        m_adding = false;
        say({});
        if (m_draft) {
            m_draft->end();
            put({});
            open(false);
            m_name->setBut(id);
            if (id)
                m_draft->begin({draftkind::relative, id->uuid()}, {{FormContent::patient, id->toString()}});
        }
        show({});
    }
    m_patient = id;
    load();
}

void RelativesCard::load()
{
    const quint64 question = ++m_question;
    if (!m_patient)
        return;
    const auto asked =
        m_clinic.read([id = *m_patient](const store::Snapshot &view) { return relation::family(view, id); });
    onDone(asked, this, [this, question](const Result<Family> &family) {
        if (question == m_question)
            show(family ? *family : Family());
    });
}

void RelativesCard::show(const Family &family)
{
    const auto before = current();
    m_family = family;
    m_model->clear();
    const QDate day = today(m_clinic);
    int at = 0;
    for (const FamilyMember &member : family.members) {
        const QString word = kinship::nameOf(member.relationship);
        const QString name = member.patient ? member.patient->name : member.name;
        QStringList more;
        if (member.guardian || member.ward)
            more << (member.guardian ? tr("guardian") : tr("ward"));
        if (member.patient) {
            more << sexAndAge(member.patient->sex, member.patient->birthDate, day);
            if (member.patient->lastVisit)
                more << relativeDay(*member.patient->lastVisit, day);
        } else {
            more << member.phone;
        }
        more.removeAll(QString());
        auto *item = new QStandardItem(tr("%1: %2", "what somebody is to the patient, and their name").arg(word, name));
        item->setData(more.join(tr(", ", "between facts of a person")), RowDetailRole);
        item->setData(item->text() + u", "_qs + more.join(u", "_qs), Qt::AccessibleTextRole);
        item->setData(member.guardian, RowBoldRole);
        item->setToolTip(
            item->text() + u'\n' + more.join(u'\n') +
            (member.patient && !member.patient->phone.isEmpty() ? u'\n' + member.patient->phone : QString()));
        if (before && before->id == member.id)
            at = m_model->rowCount();
        m_model->appendRow(item);
    }
    const int rows = m_model->rowCount();
    m_list->setVisible(rows > 0);
    if (rows > 0) {
        m_list->setFixedHeight(qMin(rows, mostRows) * qMax(1, m_list->sizeHintForRow(0)) + 2);
        m_list->setCurrentIndex(m_model->index(at, 0));
    }
    m_none->setText(family.minor ? tr("Nobody is recorded. A minor needs a guardian.") : tr("Nobody is recorded."));
    m_none->setVisible(rows == 0);
    for (QWidget *act : std::as_const(m_acts))
        act->setVisible(rows > 0);
    m_household->setHits(family.household, day);
    const int people = int(family.household.size());
    if (people > 0)
        m_household->setFixedHeight(qMin(people, mostRows) * qMax(1, m_household->sizeHintForRow(0)) + 2);
    m_householdPart->setVisible(people > 0);
    // Nothing to be seen or done: nothing is said. Without a place yet it would come up as a window.
    if (const bool shown = m_mayWrite || rows > 0 || people > 0; parentWidget() || !shown)
        setVisible(shown);
}

void RelativesCard::open(bool opened)
{
    m_entry->setVisible(opened);
    m_begin->setVisible(!opened);
    if (opened)
        m_name->setFocus(Qt::ShortcutFocusReason);
}

void RelativesCard::takeUp()
{
    const int row = qMax(0, m_household->currentIndex().row());
    if (!m_mayWrite || row >= m_family.household.size())
        return;
    const PatientHit hit = m_family.household.at(row);
    open(true);
    m_name->setChosen(hit.id, hit.name);
    whoChanged();
    m_kinship->setFocus(Qt::OtherFocusReason);
}

void RelativesCard::whoChanged()
{
    m_phoneField->setEnabled(!m_name->chosen()); // a patient's stands in their record
    if (m_name->chosen()) {
        m_phone->clear();
        if (!std::exchange(m_asked, QString()).isEmpty())
            say({});
    }
    m_draft->touch();
}

std::optional<QMap<QString, QString>> RelativesCard::typed() const
{
    if (m_name->text().isEmpty() && m_kinship->text().isEmpty() && m_phone->text().isEmpty())
        return {};
    return QMap<QString, QString>{{m_name->objectName(), m_name->text()},
                                  {chosenField, m_name->chosen() ? m_name->chosen()->toString() : QString()},
                                  {m_kinship->objectName(), m_kinship->text()},
                                  {m_phone->objectName(), m_phone->text()},
                                  {m_guardian->objectName(), QString::number(int(m_guardian->isChecked()))}};
}

void RelativesCard::put(const QMap<QString, QString> &fields)
{
    m_addWhenFound = false;
    m_asked.clear();
    m_name->setChosen(PatientId::fromString(fields.value(chosenField)), fields.value(m_name->objectName()));
    m_kinship->setText(fields.value(m_kinship->objectName()));
    m_phone->setText(fields.value(m_phone->objectName()));
    m_guardian->setChecked(fields.value(m_guardian->objectName()).toInt() != 0);
    m_phoneField->setEnabled(!m_name->chosen());
    if (!fields.isEmpty() && m_entry) {
        m_entry->show();
        m_begin->hide();
    }
}

void RelativesCard::say(const QString &sentence)
{
    m_said->setText(sentence);
    m_said->setVisible(!sentence.isEmpty());
}

template <class F>
void RelativesCard::write(const QByteArray &act, F f, std::function<void(bool)> then)
{
    onDone(m_clinic.write(act, std::move(f)), this,
           [this, then = std::move(then), patient = m_patient](const auto &done) {
               if (patient != m_patient)
                   return;
               say(done ? QString() : done.error().message);
               if (!done && done.error().field == u"relationship")
                   m_kinship->setFocus();
               if (then)
                   then(done.ok());
           });
}

bool RelativesCard::isNameClear()
{
    if (m_name->isSearching()) {
        m_addWhenFound = true; // Enter comes faster than the answer
        return false;
    }
    if (!m_name->isUndecided() || m_asked == m_name->text())
        return true;
    m_asked = m_name->text();
    say(tr("Choose one of those found, or press Esc to go on with the name alone."));
    m_name->propose();
    return false;
}

void RelativesCard::add()
{
    if (m_adding || !m_patient || m_name->isComposing() || m_kinship->isComposing() || !typed())
        return;
    if (m_name->text().trimmed().isEmpty()) {
        say(tr("Say who it is."));
        return m_name->setFocus();
    }
    if (!isNameClear())
        return;
    if (m_kinship->code().isEmpty()) {
        if (!m_kinship->text().trimmed().isEmpty() || m_kinship->hasFocus())
            say(tr("Say what they are to the patient: mother, husband, son …"));
        return m_kinship->setFocus();
    }
    const RelationDraft draft{*m_patient,      m_name->chosen(),  m_name->chosen() ? QString() : m_name->text(),
                              m_phone->text(), m_kinship->code(), m_guardian->isChecked()};
    const auto adding = [draft, typed = m_draft->handOver()](store::Transaction &tx) -> Result<FamilyMember> {
        if (auto settled = drafts::settle(tx, typed); !settled)
            return settled.error();
        return relation::relate(tx, draft);
    };
    m_adding = true; // a second Enter adds nobody
    write("relation.record", adding, [this](bool added) {
        m_adding = false;
        if (added)
            put({});
        m_draft->handedOver(added);
        if (!added)
            return;
        open(false);
        m_begin->setFocus();
    });
}

std::optional<FamilyMember> RelativesCard::current() const
{
    const int row = m_list->currentIndex().row();
    return row >= 0 && row < m_family.members.size() ? std::optional(m_family.members.at(row)) : std::nullopt;
}

void RelativesCard::openCurrent()
{
    if (const auto member = current(); member && member->patient)
        emit patientWanted(member->patient->id);
}

void RelativesCard::end()
{
    const auto member = current();
    if (!member || !m_mayWrite)
        return;
    write("relation.end", [id = member->id](store::Transaction &tx) { return relation::end(tx, id); });
}

void RelativesCard::takeOut()
{
    const auto member = current();
    if (!member || !m_mayWrite)
        return;
    const ReasonQuestion asked{QStringLiteral("retractRelativeDialog"),
                               QStringLiteral("retractRelativeReason"),
                               tr("Was this relative entered in error?"),
                               tr("They leave both families; the history of the record keeps it with the reason."),
                               tr("Take out"),
                               tr("Reason"),
                               {draftkind::reason, member->id.uuid()},
                               {{FormContent::patient, m_patient->toString()}}};
    askReason(m_clinic, this, asked, [this, id = member->id](const QString &why) {
        write("relation.retract", [id, why](store::Transaction &tx) { return relation::retract(tx, id, why); });
    });
}

bool RelativesCard::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *pressed = static_cast<QKeyEvent *>(event);
    const int key = pressed->key();
    const bool enter = key == Qt::Key_Return || key == Qt::Key_Enter;
    if (watched == m_list && enter && !(pressed->modifiers() & Qt::ControlModifier)) {
        openCurrent();
        return true;
    }
    if (watched == m_list && (key == Qt::Key_Delete || key == Qt::Key_Backspace) && m_mayWrite) {
        if (pressed->modifiers() & Qt::ShiftModifier)
            takeOut();
        else
            end();
        return true;
    }
    if (watched == m_household && key == Qt::Key_Space) {
        takeUp();
        return true;
    }
    if (watched == m_guardian && enter) {
        add();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace xinglin::ui
