#pragma once

#include "ui/paper/sheets.h"

#include <QDialog>

namespace xinglin::ui {

/// The pages as they will be printed, with what can be done with them. Show with open().
class PaperPreview : public QDialog
{
    Q_OBJECT

public:
    PaperPreview(const Sheets &sheets, QWidget *parent);

signals:
    void printWanted();
    void saveWanted(const QString &path);

private:
    void askPath();

    Sheets m_sheets;
};

} // namespace xinglin::ui
