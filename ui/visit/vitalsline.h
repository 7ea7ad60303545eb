#pragma once

#include "clinic/catalog/catalog.h"
#include "clinic/record/visit.h"

#include <QMap>
#include <QWidget>

#include <memory>

class QLineEdit;

namespace xinglin::ui {

class Label;

/// What was measured, typed in one line: "t36.8 bp120/80 w58 ps 8"; a key and "-" takes it back. Beside it stand the
/// values with their units, what lies outside its reference range marked, and those of last time.
class VitalsLine : public QWidget
{
    Q_OBJECT

public:
    explicit VitalsLine(std::shared_ptr<const Catalog> catalog, QWidget *parent = nullptr);
    ~VitalsLine() override;

    /// Answers to items of the section "vitals"; others are left alone.
    void setAnswers(const QList<Answer> &answers);
    QList<Answer> answers() const;
    void setLast(const QList<Answer> &answers);
    void setReadOnly(bool readOnly);
    QLineEdit *edit() const { return m_line; }
    /// Takes what stands in the line; false where something of it means nothing or cannot be.
    bool finishTyping();

signals:
    void changed();

private:
    QString words(const QMap<QString, double> &values) const;
    void refresh();

    std::shared_ptr<const Catalog> m_catalog;
    const forms::Section *m_section = nullptr;
    QLineEdit *m_line;
    Label *m_words;
    Label *m_before;
    Label *m_problem;
    QMap<QString, double> m_values;
    QMap<QString, double> m_last;
};

} // namespace xinglin::ui
