#include "ui/kit/askdialog.h"

#include "ui/kit/button.h"
#include "ui/kit/field.h"
#include "ui/kit/text.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QVBoxLayout>

namespace xinglin::ui {

AskDialog::AskDialog(const QString &question, const QString &sentence, QWidget *parent)
    : QDialog(parent)
    , m_body(new QVBoxLayout)
    , m_problem(new Label({}, TypeStyle::Small, Token::CinnabarText, this))
    , m_safe(new Button(tr("Cancel"), ButtonKind::Plain, this))
    , m_verb(new Button(QString(), ButtonKind::Primary, this))
{
    setObjectName(QStringLiteral("askDialog"));
    setWindowTitle(question);
    setAccessibleName(question);
    setAccessibleDescription(sentence);
    setModal(true);
    setGround(this, Token::Raised);
    setFixedWidth(Theme::of(this).scaled(400));
    auto *title = new Label(question, TypeStyle::Title, Token::Text, this);
    title->setWordWrap(true);
    auto *words = new Label(sentence, TypeStyle::Body, Token::Text2, this);
    words->setWordWrap(true);
    m_problem->setWordWrap(true);
    m_problem->setObjectName(QStringLiteral("askProblem"));
    m_problem->hide();
    m_safe->setObjectName(QStringLiteral("askSafe"));
    m_safe->setKeyCap(QStringLiteral("Esc"));
    m_verb->setObjectName(QStringLiteral("askVerb"));
    m_verb->hide();
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(gapControls);
    buttons->addStretch(1);
    buttons->addWidget(m_safe);
    buttons->addWidget(m_verb);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 24, 24, 24);
    column->setSpacing(8);
    column->addWidget(title);
    column->addWidget(words);
    column->addLayout(m_body);
    column->addWidget(m_problem);
    column->addSpacing(8);
    column->addLayout(buttons);
    connect(m_safe, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_verb, &QPushButton::clicked, this, &QDialog::accept);
}

void AskDialog::setVerb(const QString &verb, bool dangerous)
{
    m_verb->setText(verb);
    m_verb->setKind(dangerous ? ButtonKind::Danger : ButtonKind::Primary);
    m_verb->setDefault(!dangerous);
    m_safe->setDefault(dangerous);
    m_verb->show();
}

void AskDialog::setSafeAnswer(const QString &text)
{
    m_safe->setText(text);
}

void AskDialog::requireTyping(const QString &label, const QString &expected)
{
    auto *edit = new QLineEdit(this);
    edit->setObjectName(QStringLiteral("askTyping"));
    auto *field = new Field(label, edit, this);
    field->setReserve(false);
    m_body->addWidget(field);
    m_verb->setEnabled(false);
    edit->setFocus();
    connect(edit, &QLineEdit::textChanged, this,
            [this, expected](const QString &text) { m_verb->setEnabled(text.trimmed() == expected); });
}

void AskDialog::showProblem(const QString &sentence)
{
    m_problem->setText(sentence);
    m_problem->setVisible(!sentence.isEmpty());
}

bool AskDialog::event(QEvent *event)
{
    const bool done = QDialog::event(event);
    // As high as the wrapped words need; a window does not do this by itself.
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Polish || event->type() == QEvent::Show)
        setFixedHeight(layout()->totalHeightForWidth(width()));
    return done;
}

void AskDialog::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        return reject();
    QDialog::keyPressEvent(event);
}

} // namespace xinglin::ui
