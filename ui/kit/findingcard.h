#pragma once

#include "ui/kit/safetyring.h"

#include <QStringList>
#include <QWidget>

namespace xinglin::ui {

class Button;

/// What a finding card shows.
struct FindingText
{
    Severity severity = Severity::Note;
    QString kind;         ///< "Allergy", "Dose": stands behind the severity's word.
    QString subject;      ///< The herb, in Song.
    QString why;          ///< One sentence.
    QString source;       ///< Where the rule or the fact comes from.
    QStringList remedies; ///< Buttons; the first is the gentlest.
    int firstDigit = 1;   ///< Key of the first remedy; 0 prints no keys.
};

/// One finding: bar, soft ground, word and icon of its severity, why, source, and what can be done about it.
/// The digits work while the focus is inside the card; a page may call press() for them from elsewhere.
class FindingCard : public QWidget
{
    Q_OBJECT

public:
    explicit FindingCard(const FindingText &finding, QWidget *parent = nullptr);

    const FindingText &finding() const { return m_finding; }
    /// Presses the remedy with that digit; false where there is none.
    bool press(int digit);
    Button *remedy(int index) const { return m_remedies.value(index); }

signals:
    void remedyChosen(int index);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    FindingText m_finding;
    QList<Button *> m_remedies;
};

} // namespace xinglin::ui
