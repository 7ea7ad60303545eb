#pragma once

#include "access/password.h"
#include "base/result.h"

#include <QWidget>

class QStandardItemModel;
class QTimer;
class QTreeView;

namespace xinglin::ui {

class Button;
class Field;
class Label;
class MessageStrip;
class SecretEdit;

/// Somebody who may come in. Before the clinic is open only the sign-in name is known.
struct Visitor
{
    QString login;
    QString name;     ///< May be empty.
    QString note;     ///< "locked·1 draft"; may be empty.
    bool pin = false; ///< Has a PIN that ends this cover.
};

/// Who is it, and their password. Knows nothing of keys: submitted() asks, showError() answers.
class SignInForm : public QWidget
{
    Q_OBJECT

public:
    explicit SignInForm(QWidget *parent = nullptr);

    /// @param question the title; @p verb of the button.
    void setWords(const QString &question, const QString &verb);
    void setVisitors(const QList<Visitor> &visitors, const QString &first);
    /// Whether the recovery sheet is offered, for who has lost their password, and bringing a backup back.
    void setRecovery(bool offered);
    /// In a clinic for practice: what everybody's password is, and starting it afresh.
    void setPractice(const QString &sentence);
    void setBusy(bool busy);
    /// What to do stands in the sentence; waits as long as Throttled says.
    void showError(const Error &error);
    /// Empties the password and goes there.
    void reset();

signals:
    void submitted(const QString &login, const xinglin::access::Password &password);
    void recoveryWanted();
    void restoreWanted();
    void afreshWanted();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void submit();
    void walk(int rows);
    void tellWait();
    void tellKind();
    QString login() const;

    Label *m_question;
    MessageStrip *m_strip;
    QTreeView *m_people;
    QStandardItemModel *m_model;
    SecretEdit *m_password;
    Field *m_field;
    Button *m_enter;
    Button *m_sheet;
    Button *m_backup;
    Label *m_practice;
    Button *m_afresh;
    QTimer *m_second;
    int m_wait = 0;
};

} // namespace xinglin::ui
