#pragma once

#include "clinic/treatment/treatment.h"
#include "ui/kit/safetyring.h"
#include "ui/treatment/typedtherapy.h"

#include <QWidget>

#include <memory>

class QLineEdit;
class QVBoxLayout;

namespace xinglin::ui {

class Completion;
class Label;
class TherapyRow;

/// The therapies of a visit: a line that takes "atj 10 3 30m" (moxa, ten sessions, three a week, 30 minutes), and what
/// was written as sentences above it. Up and Backspace in an empty line walk over them: Enter writes one anew, Delete
/// takes it out. Knows neither patient nor store.
class TherapyList : public QWidget
{
    Q_OBJECT

public:
    explicit TherapyList(std::shared_ptr<const Catalog> catalog, QWidget *parent = nullptr);
    ~TherapyList() override;

    void setDrafts(const QList<TreatmentDraft> &drafts);
    QList<TreatmentDraft> drafts() const { return m_drafts; }
    void setMarks(const QList<std::optional<Severity>> &marks);
    void setReadOnly(bool readOnly);
    /// Takes out the points that are called so on the screen, wherever they stand.
    void remove(const QString &name);
    /// Takes what still hangs in the line; false where it names no therapy.
    bool finishTyping();
    QLineEdit *edit() const { return m_edit; }

signals:
    void changed();
    /// Enter in an empty line: what comes next is wanted.
    void done();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void ask();
    void takeRow(const QString &word);
    bool add(bool unasked);
    void startEditing(int index);
    void stopEditing();
    bool lineKey(int key, Qt::KeyboardModifiers held);
    bool walkKey(int key, const QString &text);
    void setCurrent(int index);
    void showAll();
    void showReading();
    void edited();

    std::shared_ptr<const Catalog> m_catalog;
    QList<TreatmentDraft> m_drafts;
    QList<std::optional<Severity>> m_marks;
    int m_current = -1; ///< The row that keys act on.
    int m_editing = -1; ///< The row that is being written anew; it stays until the new one is taken.
    bool m_readOnly = false;
    QVBoxLayout *m_rows;
    QList<TherapyRow *> m_shown;
    QLineEdit *m_edit;
    Completion *m_completion;
    QStringList m_words; ///< What the rows of the list below the line put in.
    Label *m_reading;
};

} // namespace xinglin::ui
