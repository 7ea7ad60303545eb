#pragma once

#include "access/session.h"
#include "ui/shell/recoverypaper.h"

#include <QWidget>

class QLineEdit;
class QStackedLayout;

namespace xinglin::ui {

class Button;
class Field;
class MessageStrip;

/// After founding: the recovery sheet, to be printed, and one line of it typed back from the paper.
class RecoveryForm : public QWidget
{
    Q_OBJECT

public:
    /// @param line which of the lines (1 to 4) is asked for.
    RecoveryForm(const access::Surroundings &around, const RecoveryPaper &paper, int line, QWidget *parent = nullptr);

    int line() const { return m_line; }
    void setBusy(bool busy);
    void showError(const Error &error);
    /// Writes the sheet as a PDF, on a worker; a strip says how it went.
    void savePdf(const QString &path);

signals:
    void typedBack(int line, const QString &typed);
    void postponed();

private:
    QWidget *buildSheet();
    QWidget *buildProof();
    void print();
    void choosePdf();

    access::Surroundings m_around;
    RecoveryPaper m_paper;
    int m_line;
    MessageStrip *m_strip;
    QStackedLayout *m_steps;
    QLineEdit *m_typed;
    Field *m_field;
    Button *m_confirm;
};

} // namespace xinglin::ui
