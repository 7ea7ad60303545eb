#include "ui/visit/visitpage.h"

#include "ui/kit/button.h"
#include "ui/kit/text.h"
#include "ui/prescription/checkpanel.h"
#include "ui/prescription/medicineeditor.h"
#include "ui/prescription/prescriptioneditor.h"
#include "ui/treatment/treatmenteditor.h"
#include "ui/visit/historypane.h"
#include "ui/visit/noteeditor.h"

#include <QStackedWidget>

// What the page says of itself: title, keys, and which of its actions are there.

namespace xinglin::ui {

QString VisitPage::title() const
{
    return m_middle->currentWidget() == m_prescription ? tr("Prescription") : tr("Visit");
}

QString VisitPage::context() const
{
    if (!m_patient)
        return {};
    const QString ordinal = tr("visit %1").arg(m_ordinal);
    const QString number = shownNumber();
    return number.isEmpty() ? ordinal : tr("%1, No. %2", "visit 3, No. 20260312-A013").arg(ordinal, number);
}

QList<KeyHint> VisitPage::keyHints() const
{
    if (!m_patient)
        return {};
    const bool several = m_prescription->count() > 1;
    if (isSigned())
        return {{QStringLiteral("F9"), tr("print")},
                {QStringLiteral("Ctrl P"), tr("preview")},
                {QStringLiteral("F2"), tr("amend")},
                several && m_middle->currentWidget() == m_prescription
                    ? KeyHint{QStringLiteral("F6"), tr("next prescription")}
                    : KeyHint{QStringLiteral("F4"), tr("prescription")},
                {QStringLiteral("Esc"), tr("chart")}};
    if (m_middle->currentWidget() == m_prescription)
        return {{QStringLiteral("⏎"), tr("next herb")},
                {QStringLiteral("Ctrl ⌫"), tr("remove")},
                {QStringLiteral("*"), tr("preparation")},
                several ? KeyHint{QStringLiteral("F6"), tr("next prescription")}
                        : KeyHint{QStringLiteral("Ctrl G"), tr("keep formula")},
                {QStringLiteral("Alt F"), tr("findings")},
                {QStringLiteral("Esc"), tr("note")}};
    return {{QStringLiteral("Tab"), tr("next field")},    {QStringLiteral(";"), tr("phrase")},
            {QStringLiteral("F7"), tr("carry over")},     {QStringLiteral("F4"), tr("prescription")},
            {QStringLiteral("F3"), tr("save for later")}, {QStringLiteral("Alt F"), tr("findings")}};
}

void VisitPage::showState()
{
    const bool closed = isSigned();
    m_note->setReadOnly(closed);
    m_prescription->setReadOnly(closed);
    m_check->setReadOnly(closed);
    m_treatments->setReadOnly(closed);
    m_history->setCarryEnabled(!closed);
    showReference();
    m_later->setVisible(!closed && !m_amending);
    m_sign->setVisible(!closed);
    m_sign->setText(m_amending ? tr("Sign the amendment")
                    : draft().prescriptions.isEmpty() && m_prescription->medicines()->orders().isEmpty()
                        ? tr("Sign")
                        : tr("Sign and print"));
    m_amend->setVisible(closed);
    m_summary->setVisible(closed);
    m_sickNote->setVisible(closed);
    m_print->setVisible(hasPapers());
    const bool unsaved = hasUnsaved();
    m_state->setText(closed      ? tr("signed")
                     : m_busy    ? tr("saving")
                     : unsaved   ? tr("not saved yet")
                     : m_basedOn ? tr("saved")
                                 : QString());
    emit headingChanged();
}

void VisitPage::offerPrint(const QString &sentence)
{
    m_strip->offer(MessageStrip::Kind::Done, sentence, tr("Print"), {}, [this] { print(false); });
}

} // namespace xinglin::ui
