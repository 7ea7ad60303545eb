#include "ui/patient/maskedfacts.h"

#include "ui/kit/button.h"
#include "ui/kit/clipboard.h"
#include "ui/kit/icons.h"
#include "ui/kit/ondone.h"
#include "ui/kit/text.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QTimer>

namespace xinglin::ui {

MaskedFacts::MaskedFacts(Clinic &clinic, bool mayReveal, QWidget *parent)
    : QWidget(parent), m_clinic(clinic), m_mayReveal(mayReveal), m_grid(new QGridLayout(this))
{
    setObjectName(QStringLiteral("maskedFacts"));
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(12);
    m_grid->setVerticalSpacing(4);
    m_grid->setColumnStretch(1, 1);
}

void MaskedFacts::setPatient(const Patient &patient)
{
    ++m_question;
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
    for (const Row &row : std::as_const(m_rows))
        delete row.timer;
    for (int row = 0; row < m_grid->rowCount(); ++row)
        m_grid->setRowMinimumHeight(row, 0);
    m_rows.clear();
    m_patient = patient.id;
    const auto line = [&](const QString &label, MaskedField field, const QString &value) {
        if (!value.isEmpty())
            add(label, field, value, patient.masked & field);
    };
    if (patient.masked & MaskedField::Phone)
        line(tr("Phone"), MaskedField::Phone, patient.phone);
    if (!patient.identifiers)
        return;
    const Identifiers &known = *patient.identifiers;
    line(tr("Document"), MaskedField::DocumentNumber, known.documentNumber);
    line(tr("Address"), MaskedField::Address, known.address);
    line(tr("Insurance"), MaskedField::Insurance, known.insurance);
    line(tr("Guardian"), MaskedField::GuardianName, known.guardian.name);
    line(tr("Guardian's phone"), MaskedField::GuardianPhone, known.guardian.phone);
    line(tr("In an emergency"), MaskedField::EmergencyName, known.emergencyName);
    line(tr("Emergency phone"), MaskedField::EmergencyPhone, known.emergencyPhone);
}

QString MaskedFacts::showWords()
{
    return tr("Shows it for a minute; it is written down that you looked.");
}

void MaskedFacts::add(const QString &label, MaskedField field, const QString &value, bool masked)
{
    const int at = static_cast<int>(m_rows.size());
    Row row;
    row.field = field;
    row.masked = value;
    const QString code = patient::toText(field);
    row.label = new Label(label, TypeStyle::Small, Token::Text3, this);
    row.words = new Label(value, TypeStyle::Small, Token::Text, this);
    row.words->setWordWrap(true);
    row.words->setObjectName(QStringLiteral("masked-%1").arg(code));
    m_grid->addWidget(row.label, at, 0, Qt::AlignVCenter);
    m_grid->addWidget(row.words, at, 1, Qt::AlignVCenter);
    if (masked && m_mayReveal) {
        row.eye = new Button(QString(), ButtonKind::Ghost, this);
        row.eye->setObjectName(QStringLiteral("reveal-%1").arg(code));
        row.eye->setAccessibleName(tr("Show for a minute: %1").arg(label));
        row.eye->setToolTip(showWords());
        row.eye->setIcon(icon(u"view-visible", Token::Text2));
        row.copy = new Button(QString(), ButtonKind::Ghost, this);
        row.copy->setIcon(icon(u"edit-copy", Token::Text2));
        row.copy->setObjectName(QStringLiteral("copy-%1").arg(code));
        row.copy->setAccessibleName(tr("Copy: %1").arg(label));
        row.copy->setToolTip(tr("It leaves the clipboard after 30 seconds."));
        row.copy->hide();
        for (Button *button : {row.eye, row.copy})
            button->setControlSize(ButtonSize::Small);
        row.timer = new QTimer(this);
        row.timer->setSingleShot(true);
        connect(row.timer, &QTimer::timeout, this, [this, at] { coverRow(at); });
        connect(row.eye, &Button::clicked, this, [this, at] { toggle(at); });
        connect(row.copy, &Button::clicked, this, [this, at] { copyBriefly(m_rows.at(at).full); });
        m_grid->addWidget(row.eye, at, 2, Qt::AlignVCenter);
        m_grid->addWidget(row.copy, at, 3, Qt::AlignVCenter);
        m_grid->setRowMinimumHeight(at, row.eye->sizeHint().height());
    }
    m_rows << row;
}

void MaskedFacts::toggle(int row)
{
    if (!m_rows.at(row).full.isEmpty())
        return coverRow(row);
    const quint64 question = m_question;
    const auto read = m_clinic.read([id = *m_patient, field = m_rows.at(row).field](const store::Snapshot &view) {
        return patient::reveal(view, id, field);
    });
    onDone(read, this, [this, row, question](const Result<QString> &full) {
        if (question != m_question || !isVisible())
            return;
        if (!full)
            return m_rows.at(row).eye->setToolTip(full.error().message);
        uncover(row, *full);
    });
}

void MaskedFacts::uncover(int row, const QString &full)
{
    Row &shown = m_rows[row];
    shown.full = full;
    shown.words->setText(full);
    shown.eye->setToolTip(tr("Hide"));
    shown.copy->show();
    shown.timer->start(m_stay);
}

void MaskedFacts::coverRow(int row)
{
    Row &shown = m_rows[row];
    if (shown.full.isEmpty())
        return;
    shown.timer->stop();
    shown.full.fill(u' ');
    shown.full.clear();
    shown.words->setText(shown.masked);
    shown.eye->setToolTip(showWords());
    shown.copy->hide();
}

void MaskedFacts::cover()
{
    for (int row = 0; row < m_rows.size(); ++row)
        coverRow(row);
}

void MaskedFacts::hideEvent(QHideEvent *event)
{
    cover();
    QWidget::hideEvent(event);
}

} // namespace xinglin::ui
