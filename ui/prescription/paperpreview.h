#pragma once

#include "clinic/prescription/consultation.h"

#include <QDialog>
#include <QLocale>

namespace xinglin::ui {

/// The pages as they will be printed, with what can be done with them. Show with open().
class PaperPreview : public QDialog
{
    Q_OBJECT

public:
    PaperPreview(const consultation::Paper &paper, const QLocale &locale, QWidget *parent);

    /// "20260312-A013.pdf"
    static QString fileName(const consultation::Paper &paper);

signals:
    void printWanted();
    void saveWanted(const QString &path);

private:
    void askPath();

    consultation::Paper m_paper;
};

} // namespace xinglin::ui
