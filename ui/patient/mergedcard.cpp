#include "ui/patient/mergedcard.h"

#include "clinic/draftcontent.h"
#include "ui/kit/askdialog.h"
#include "ui/kit/button.h"
#include "ui/kit/ondone.h"
#include "ui/kit/style.h"
#include "ui/kit/text.h"
#include "ui/patient/duplicatewords.h"
#include "ui/patient/otherrecorddialog.h"
#include "ui/shell/patientwords.h"
#include "ui/shell/reasondialog.h"

#include <QHBoxLayout>

namespace xinglin::ui {

namespace {

/// "Merged from A0000012 陈素芬, 3 Mar 2026, by Fang Yanqiu"
QString wordsOf(const patient::Alias &alias, const QTimeZone &zone)
{
    const QString day = alias.at > Instant() ? dateText(civilDay(alias.at, zone)) : QString();
    if (day.isEmpty())
        return MergedCard::tr("Merged from %1 %2", "number, name").arg(alias.number, alias.name);
    if (alias.who.isEmpty())
        return MergedCard::tr("Merged from %1 %2, %3", "number, name, day").arg(alias.number, alias.name, day);
    return MergedCard::tr("Merged from %1 %2, %3, by %4", "number, name, day, who")
        .arg(alias.number, alias.name, day, alias.who);
}

/// A button with the room its ring needs.
QWidget *ringed(QWidget *button)
{
    auto *place = new QWidget;
    auto *row = new QHBoxLayout(place);
    row->setContentsMargins(XinglinStyle::ringRoom, XinglinStyle::ringRoom, XinglinStyle::ringRoom,
                            XinglinStyle::ringRoom);
    row->addWidget(button);
    row->addStretch(1);
    return place;
}

} // namespace

MergedCard::MergedCard(Clinic &clinic, const Who &who, QWidget *parent)
    : QWidget(parent)
    , m_clinic(clinic)
    , m_mayMerge(who.may(access::Permission::MergePatients))
    , m_lines(new QVBoxLayout)
    , m_said(new Label(QString(), TypeStyle::Small, Token::CinnabarText))
    , m_other(new Button(m_mayMerge ? tr("Merge with another …") : tr("Compare with another …"), ButtonKind::Ghost))
{
    setObjectName(QStringLiteral("mergedCard"));
    m_said->setObjectName(QStringLiteral("mergedSaid"));
    m_said->setWordWrap(true);
    m_said->hide();
    m_other->setObjectName(QStringLiteral("mergeWithOther"));
    m_other->setAccessibleName(m_mayMerge ? tr("Merge with another record") : tr("Compare with another record"));
    m_other->setControlSize(ButtonSize::Small);
    m_other->setKeys(QKeySequence(Qt::ALT | Qt::Key_D));
    connect(m_other, &Button::clicked, this, &MergedCard::choose);
    m_lines->setContentsMargins(0, 0, 0, 0);
    m_lines->setSpacing(0);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(m_lines);
    column->addWidget(m_said);
    column->addWidget(ringed(m_other));
}

void MergedCard::setPatient(const std::optional<PatientId> &id)
{
    if (m_patient != id)
        m_said->hide();
    m_patient = id;
    show({});
    setVisible(id.has_value());
    load();
}

void MergedCard::rest(bool resting)
{
    if (resting)
        ++m_question;
    else
        load();
}

void MergedCard::load()
{
    const quint64 question = ++m_question;
    if (!m_mayMerge || !m_patient)
        return;
    const auto read =
        m_clinic.read([id = *m_patient](const store::Snapshot &view) { return patient::aliases(view, id); });
    onDone(read, this, [this, question](const Result<QList<patient::Alias>> &aliases) {
        if (question == m_question && aliases)
            show(*aliases);
    });
}

void MergedCard::show(const QList<patient::Alias> &aliases)
{
    while (QLayoutItem *item = m_lines->takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
    const QTimeZone &zone = m_clinic.store().options().zone;
    for (const patient::Alias &alias : aliases) {
        auto *words = new Label(wordsOf(alias, zone), TypeStyle::Small, Token::Text2);
        words->setObjectName(QStringLiteral("mergedFrom"));
        words->setWordWrap(true);
        auto *part = new Button(tr("Part again"), ButtonKind::Ghost);
        part->setObjectName(QStringLiteral("partAgain"));
        part->setAccessibleName(tr("Part %1 %2 again", "number, name").arg(alias.number, alias.name));
        part->setControlSize(ButtonSize::Small);
        if (m_lines->isEmpty())
            part->setKeys(QKeySequence(Qt::ALT | Qt::Key_P));
        connect(part, &Button::clicked, this, [this, alias] { askToPart(alias); });
        m_lines->addWidget(words);
        m_lines->addWidget(ringed(part));
    }
}

void MergedCard::askToPart(const patient::Alias &alias)
{
    ReasonQuestion asked;
    asked.name = QStringLiteral("partDialog");
    asked.lineName = QStringLiteral("partReason");
    asked.question = tr("Make two records of this one again?");
    asked.sentence = tr("%1 %2 gets back what was written for it. What was written since the merge stays with this "
                        "record. Parts that were taken over are as before, unless somebody has changed them since.",
                        "number, name")
                         .arg(alias.number, alias.name);
    asked.verb = tr("Part them");
    asked.example = tr("Two people after all");
    asked.place = {draftkind::reason, alias.id.uuid()};
    asked.about = {{FormContent::patient, m_patient->toString()}};
    askReason(m_clinic, this, asked, [this, id = alias.id](const QString &reason) {
        const auto parted = m_clinic.write(
            "patient.unmerge", [id, reason](store::Transaction &tx) { return patient::unmerge(tx, id, reason); });
        onDone(parted, this, [this](const Result<patient::Unmerged> &result) {
            m_said->setVisible(!result);
            if (!result)
                return m_said->setText(result.error().message);
            tell(*result);
        });
    });
}

void MergedCard::tell(const patient::Unmerged &parted)
{
    QStringList sentences{tr("%1 %2 and %3 %4 are two records.", "number and name of each")
                              .arg(parted.kept.number, parted.kept.name, parted.apart.number, parted.apart.name)};
    if (!parted.restored.isEmpty())
        sentences << tr("As before the merge again in %1: %2.", "number; parts such as phone, address")
                         .arg(parted.kept.number, partsListed(parted.restored));
    if (!parted.changed.isEmpty())
        sentences << tr("Changed since the merge, so left as it is in %1: %2.", "number; parts such as phone, address")
                         .arg(parted.kept.number, partsListed(parted.changed));
    auto *dialog = new AskDialog(tr("They are two records again"), sentences.join(u'\n'), window());
    dialog->setObjectName(QStringLiteral("partedDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setVerb(tr("Open %1", "number").arg(parted.apart.number));
    dialog->setSafeAnswer(tr("Stay here"));
    connect(dialog, &QDialog::accepted, this, [this, id = parted.apart.id] { emit chartWanted(id); });
    dialog->open();
}

void MergedCard::choose()
{
    if (!m_patient)
        return;
    auto *dialog = new OtherRecordDialog(m_clinic, *m_patient, m_mayMerge, window());
    connect(dialog, &OtherRecordDialog::chosen, this,
            [this, one = *m_patient](PatientId other) { emit comparisonWanted(one, other); });
    dialog->open();
}

} // namespace xinglin::ui
