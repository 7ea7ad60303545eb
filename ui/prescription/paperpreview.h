#pragma once

#include "ui/prescription/pages.h"

#include <QDialog>

#include <memory>

namespace xinglin::ui {

/// The pages as they will be printed, with what can be done with them. Show with open().
class PaperPreview : public QDialog
{
    Q_OBJECT

public:
    PaperPreview(std::shared_ptr<const Pages> pages, QWidget *parent);

signals:
    void printWanted();
    void saveWanted(const QString &path);

private:
    void askPath();

    std::shared_ptr<const Pages> m_pages;
};

} // namespace xinglin::ui
