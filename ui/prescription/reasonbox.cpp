#include "ui/prescription/reasonbox.h"

#include "ui/kit/button.h"
#include "ui/kit/chipbar.h"
#include "ui/kit/text.h"
#include "ui/prescription/prescriptionwords.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QVBoxLayout>

namespace xinglin::ui {

ReasonBox::ReasonBox(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("reasonBox"));
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(0, 4, 0, 4);
    box->setSpacing(4);
    box->addWidget(new Label(tr("Why is it signed all the same?"), TypeStyle::Caption, Token::Text2));
    m_usual = new ChipBar(tr("Usual reasons"));
    m_usual->setObjectName(QStringLiteral("usualReasons"));
    QList<ChipItem> chips;
    const QStringList reasons = PrescriptionWords::commonReasons();
    for (const QString &reason : reasons) {
        ChipItem chip;
        chip.id = reason;
        chip.text = reason;
        chip.initials = QString::number(chips.size() + 1);
        chips << chip;
    }
    m_usual->setChips(chips);
    m_usual->setMultiple(true);
    box->addWidget(m_usual);
    m_words = new QLineEdit;
    m_words->setObjectName(QStringLiteral("reasonWords"));
    m_words->setAccessibleName(tr("Own words"));
    m_words->setPlaceholderText(tr("Own words"));
    box->addWidget(m_words);
    connect(m_usual, &ChipBar::changed, this, &ReasonBox::edited);
    connect(m_words, &QLineEdit::textChanged, this, &ReasonBox::edited);
    auto *take = new Button(tr("Sign with this reason"));
    take->setObjectName(QStringLiteral("reasonTake"));
    take->setControlSize(ButtonSize::Small);
    take->setKeyCap(QStringLiteral("⏎"));
    connect(take, &Button::clicked, this, &ReasonBox::give);
    box->addWidget(take, 0, Qt::AlignLeft);
    setFocusProxy(m_usual);
}

QString ReasonBox::reason() const
{
    QStringList parts = m_usual->selected();
    if (const QString words = m_words->text().trimmed(); !words.isEmpty())
        parts << words;
    return parts.join(tr("; ", "between reasons"));
}

void ReasonBox::setReason(const QString &reason)
{
    QStringList usual;
    QStringList own;
    for (const QString &part : reason.split(tr("; ", "between reasons"), Qt::SkipEmptyParts))
        (PrescriptionWords::commonReasons().contains(part) ? usual : own) << part;
    m_usual->setSelected(usual);
    m_words->setText(own.join(tr("; ", "between reasons")));
    if (!own.isEmpty())
        m_words->setFocus(Qt::OtherFocusReason);
}

void ReasonBox::give()
{
    if (reason().isEmpty())
        m_words->setFocus(Qt::OtherFocusReason);
    else
        emit given(reason());
}

void ReasonBox::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        emit cancelled();
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        give();
    else
        QWidget::keyPressEvent(event);
}

} // namespace xinglin::ui
