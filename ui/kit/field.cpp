#include "ui/kit/field.h"

#include "ui/kit/text.h"

#include <QAccessible>
#include <QEvent>
#include <QVBoxLayout>

namespace xinglin::ui {

Field::Field(const QString &label, QWidget *editor, QWidget *parent)
    : QWidget(parent)
    , m_label(new Label(label, TypeStyle::Caption, Token::Text3, this))
    , m_editor(editor)
    , m_message(new Label({}, TypeStyle::Caption, Token::CinnabarText, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(m_label);
    column->addWidget(editor);
    column->addWidget(m_message);
    column->addStretch(1);
    m_label->setBuddy(editor);
    m_message->setObjectName(QStringLiteral("fieldMessage"));
    m_message->setWordWrap(true);
    reserveLine();
    setFocusProxy(editor);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setLabel(label);
}

void Field::setLabel(const QString &label)
{
    m_label->setText(label);
    m_editor->setAccessibleName(label);
}

void Field::setReserve(bool reserve)
{
    m_reserve = reserve;
    m_message->setVisible(reserve || !m_message->text().isEmpty());
}

void Field::reserveLine()
{
    const QString shown = m_message->text();
    m_message->setMinimumHeight(0);
    m_message->setText(QStringLiteral("X"));
    m_message->setMinimumHeight(m_message->sizeHint().height());
    m_message->setText(shown);
}

void Field::showProblem(const QString &sentence)
{
    showMessage(sentence, true);
}

void Field::showHint(const QString &sentence)
{
    showMessage(sentence, false);
}

void Field::clearProblem()
{
    showMessage({}, false);
}

QString Field::message() const
{
    return m_message->text();
}

bool Field::event(QEvent *event)
{
    const bool done = QWidget::event(event);
    if (event->type() == QEvent::StyleChange)
        reserveLine();
    // A message of two lines makes the field higher; the rows below then move once.
    if ((event->type() == QEvent::LayoutRequest || event->type() == QEvent::Resize) && layout()) {
        const int high =
            layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width()) : layout()->totalSizeHint().height();
        if (high != minimumHeight())
            setFixedHeight(high);
    }
    return done;
}

void Field::showMessage(const QString &sentence, bool problem)
{
    m_problem = problem;
    m_message->setText(sentence);
    dress(m_message, TypeStyle::Caption, problem ? Token::CinnabarText : Token::AzuriteText);
    m_message->setVisible(m_reserve || !sentence.isEmpty());
    m_editor->setProperty("problem", problem);
    m_editor->setAccessibleDescription(sentence);
    m_editor->update();
    if (!sentence.isEmpty()) {
        QAccessibleEvent alert(m_message, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
        QAccessibleEvent described(m_editor, QAccessible::DescriptionChanged);
        QAccessible::updateAccessibility(&described);
    }
}

} // namespace xinglin::ui
