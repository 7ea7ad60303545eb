#pragma once

#include "ui/interchange/importcourse.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QStackedLayout;
class QStandardItemModel;
class QTableView;

namespace xinglin::ui {

class EmptyState;
class Field;
class Label;
class MessageStrip;
class Segment;

/// The first step: which file, what its lines are about, how it is read, and its first rows.
class FileStep : public QWidget
{
    Q_OBJECT

public:
    explicit FileStep(ImportCourse &course, QWidget *parent = nullptr);

    void begin();
    void choose();

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    QWidget *buildReading();
    void show();
    void showReading();
    void showRows();
    bool isUnfit() const;
    void tell();
    void read();

    ImportCourse &m_course;
    QLineEdit *m_path;
    Segment *m_kind;
    MessageStrip *m_strip;
    QWidget *m_reading;
    QComboBox *m_encoding;
    QComboBox *m_delimiter;
    QComboBox *m_sheet;
    QComboBox *m_header;
    QCheckBox *m_replace;
    Label *m_found;
    Field *m_encodingField;
    Field *m_delimiterField;
    Field *m_sheetField;
    QStandardItemModel *m_model;
    QTableView *m_rows;
    EmptyState *m_empty;
    QStackedLayout *m_stack;
    bool m_filling = false;
};

} // namespace xinglin::ui
