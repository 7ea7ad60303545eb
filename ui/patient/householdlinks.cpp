#include "ui/patient/householdlinks.h"

#include "base/text/phone.h"
#include "clinic/patient/patients.h"
#include "ui/kit/ondone.h"
#include "ui/kit/text.h"
#include "ui/patient/kinshipedit.h"
#include "ui/shell/patientwords.h"
#include "ui/shell/who.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QTimer>

namespace xinglin::ui {

namespace {

constexpr int waitMs = 150;
constexpr qsizetype mostOffered = 4;
constexpr QChar guardianMark = u'!'; ///< Behind the word in typed().

} // namespace

HouseholdLinks::HouseholdLinks(Clinic &clinic, QWidget *parent)
    : QWidget(parent), m_clinic(clinic), m_column(new QVBoxLayout(this)), m_wait(new QTimer(this))
{
    setObjectName(QStringLiteral("householdLinks"));
    m_column->setContentsMargins(0, gapControls, 0, gapControls);
    m_column->setSpacing(4);
    auto *title = new Label(tr("The same phone: what are they to the new patient?"), TypeStyle::Small, Token::Text2);
    title->setWordWrap(true);
    m_column->addWidget(title);
    m_wait->setSingleShot(true);
    m_wait->setInterval(waitMs);
    connect(m_wait, &QTimer::timeout, this, &HouseholdLinks::ask);
    hide();
}

void HouseholdLinks::compare(const QString &phone)
{
    const auto parsed = parsePhone(phone);
    const QString text = parsed ? parsed->text : QString();
    if (text == m_phone)
        return;
    m_phone = text;
    m_asking = true;
    m_wait->start();
}

void HouseholdLinks::ask()
{
    const quint64 question = ++m_question;
    if (m_phone.isEmpty())
        return show({});
    const auto household =
        m_clinic.read([phone = m_phone](const store::Snapshot &view) { return patient::household(view, phone, {}); });
    onDone(household, this, [this, question](const Result<QList<PatientHit>> &hits) {
        if (question == m_question)
            show(hits ? hits->first(qMin(mostOffered, hits->size())) : QList<PatientHit>());
    });
}

HouseholdLinks::Row HouseholdLinks::build(const PatientHit &hit)
{
    Row row{hit.id, new QWidget(this), new KinshipEdit, new QCheckBox(tr("Guardian"))};
    const QString who = tr("%1, %2", "somebody's name, their sex and age")
                            .arg(hit.name, sexAndAge(hit.sex, hit.birthDate, today(m_clinic)));
    auto *name = new Label(hit.birthDate || hit.sex != Sex::Unknown ? who : hit.name);
    name->setMayElide(true);
    row.kinship->setObjectName(QStringLiteral("linkKinship%1").arg(m_rows.size()));
    row.kinship->setAccessibleName(tr("What %1 is to the new patient").arg(hit.name));
    row.kinship->setPlaceholderText(tr("mother, son …"));
    row.guardian->setObjectName(QStringLiteral("linkGuardian%1").arg(m_rows.size()));
    row.guardian->setAccessibleName(tr("%1 is guardian or ward").arg(hit.name));
    auto *line = new QHBoxLayout(row.widget);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(name, 2);
    line->addWidget(row.kinship, 2);
    line->addWidget(row.guardian);
    connect(row.kinship, &QLineEdit::textChanged, this, &HouseholdLinks::changed);
    connect(row.guardian, &QCheckBox::toggled, this, &HouseholdLinks::changed);
    return row;
}

void HouseholdLinks::show(const QList<PatientHit> &hits)
{
    const QMap<QString, QString> said = typed();
    for (const Row &row : std::as_const(m_rows))
        delete row.widget;
    m_rows.clear();
    for (const PatientHit &hit : hits) {
        const Row row = build(hit);
        m_column->addWidget(row.widget);
        m_rows << row;
    }
    setVisible(!m_rows.isEmpty());
    put(said);
    m_asking = m_wait->isActive(); // another one is typed already
    if (!m_asking)
        emit answered();
}

bool HouseholdLinks::isAsking() const
{
    return m_asking;
}

QMap<QString, QString> HouseholdLinks::typed() const
{
    QMap<QString, QString> said = m_kept;
    for (const Row &row : m_rows) {
        if (!row.kinship->text().trimmed().isEmpty())
            said.insert(row.id.toString(),
                        row.kinship->text().trimmed() + (row.guardian->isChecked() ? guardianMark : QString()));
    }
    return said;
}

void HouseholdLinks::put(const QMap<QString, QString> &typed)
{
    m_kept = typed;
    for (const Row &row : std::as_const(m_rows)) {
        QString said = m_kept.take(row.id.toString());
        row.guardian->setChecked(said.endsWith(guardianMark));
        if (said.endsWith(guardianMark))
            said.chop(1);
        row.kinship->setText(said);
    }
}

QList<RelationDraft> HouseholdLinks::relations(PatientId patient) const
{
    QList<RelationDraft> wanted;
    for (const Row &row : m_rows) {
        if (const QString code = row.kinship->code(); !code.isEmpty())
            wanted << RelationDraft{patient, row.id, {}, {}, code, row.guardian->isChecked()};
    }
    return wanted;
}

bool HouseholdLinks::namesGuardian() const
{
    return std::any_of(m_rows.cbegin(), m_rows.cend(),
                       [](const Row &row) { return row.guardian->isChecked() && !row.kinship->code().isEmpty(); });
}

bool HouseholdLinks::showProblem()
{
    for (const Row &row : std::as_const(m_rows)) {
        if (row.kinship->text().trimmed().isEmpty() || !row.kinship->code().isEmpty())
            continue;
        row.kinship->setFocus();
        row.kinship->selectAll();
        return true;
    }
    return false;
}

bool HouseholdLinks::isComposing() const
{
    return std::any_of(m_rows.cbegin(), m_rows.cend(), [](const Row &row) { return row.kinship->isComposing(); });
}

} // namespace xinglin::ui
