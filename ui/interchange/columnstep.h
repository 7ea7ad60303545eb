#pragma once

#include "ui/interchange/importcourse.h"

#include <QWidget>

class QComboBox;
class QGridLayout;
class QLineEdit;
class QScrollArea;

namespace xinglin::ui {

class Label;
class MessageStrip;

/// The second step: what each column of the file is, with examples of what stands in it.
class ColumnStep : public QWidget
{
    Q_OBJECT

public:
    explicit ColumnStep(ImportCourse &course, QWidget *parent = nullptr);

    void begin();
    /// What is missing before anything can be read, in sentences; empty where it is enough.
    QStringList missing() const;

signals:
    /// missing() may be another.
    void changed();

private:
    /// One column of the file.
    struct Line
    {
        QString column;
        QComboBox *target = nullptr;
        QComboBox *order = nullptr;
    };
    void show();
    void addLine(int number, const QString &column, const QStringList &values);
    void showOrder(int number, std::optional<interop::DateOrder> known);
    void take();
    void tell();
    QStringList valuesOf(int number) const;

    ImportCourse &m_course;
    MessageStrip *m_strip;
    Label *m_remembered;
    QLineEdit *m_country;
    QScrollArea *m_scroll;
    QWidget *m_body = nullptr;
    QGridLayout *m_grid = nullptr;
    QList<Line> m_lines;
};

} // namespace xinglin::ui
