#pragma once

#include "clinic/catalog/catalog.h"
#include "clinic/patient/patient.h"
#include "clinic/record/visit.h"

#include <QWidget>

#include <memory>

class QLineEdit;

namespace xinglin::ui {

class ChipBar;
class Completion;
class GrowingTextEdit;

/// One of the four examinations: free words, and beside them a line in which findings of the catalogue are typed by
/// their letters; each becomes a chip. Backspace in the empty line takes the last one away, Space takes over what was
/// found last time.
class ExamField : public QWidget
{
    Q_OBJECT

public:
    /// @param item of the visit's form, such as "exam.inquiry"; @param methods whose findings belong here.
    ExamField(std::shared_ptr<const Catalog> catalog, const QString &item, const QStringList &methods,
              const QString &name, QWidget *parent = nullptr);
    ~ExamField() override;

    GrowingTextEdit *text() const { return m_text; }
    QLineEdit *termEdit() const { return m_line; }
    ChipBar *chips() const { return m_chips; }
    /// Answers to the item; others are left alone.
    void setAnswers(const QList<Answer> &answers);
    QList<Answer> answers() const;
    /// What was found last time: ringed chips that are off until they are taken over.
    void setLast(const QList<Answer> &answers);
    /// Findings of the other sex or another age are not offered. Whole years; none: unknown.
    void setPerson(Sex sex, std::optional<int> age);
    void setReadOnly(bool readOnly);

signals:
    void changed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool belongs(const Term &term) const;
    bool isAsked(const TermGroup &group) const;
    void ask(const QString &typed);
    void choose(const QString &id);
    void takeLast();
    void chipsChanged(const QStringList &selected);
    void refresh();

    std::shared_ptr<const Catalog> m_catalog;
    QString m_item;
    QStringList m_methods;
    GrowingTextEdit *m_text;
    QLineEdit *m_line;
    Completion *m_completion;
    ChipBar *m_chips;
    QStringList m_chosen;
    QStringList m_last;
    QList<Answer> m_words; ///< Answers in words of another version, kept as they are.
    Sex m_sex = Sex::Unknown;
    std::optional<int> m_age;
};

} // namespace xinglin::ui
