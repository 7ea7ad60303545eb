#pragma once

#include "ui/paper/printshop.h"
#include "ui/shell/page.h"
#include "ui/shell/who.h"

class QComboBox;
class QGridLayout;

namespace xinglin::ui {

class Button;
class MessageStrip;
class Stepper;

/// Settings › Printing: for each kind of paper where it goes on this PC: printer, paper source, copies, or a folder for
/// PDFs. What is chosen counts at once.
class PrintingSection : public Page
{
    Q_OBJECT

public:
    PrintingSection(Clinic &clinic, const Who &who, QWidget *parent = nullptr);

    QString title() const override;
    QList<KeyHint> keyHints() const override;
    void activate() override;
    /// What this PC can print on, as asked last.
    const Printers &printers() const { return m_printers; }

protected:
    void showEvent(QShowEvent *event) override;

private:
    struct Row
    {
        QString kind;
        QComboBox *printer;
        QComboBox *tray;
        Stepper *copies;
        Button *test;
    };

    void addRow(QGridLayout *grid, const QString &kind);
    void load();
    void fill(const Row &row);
    void choosePrinter(const Row &row, int index);
    void askFolder(const Row &row);
    void save();
    void printTest(const QString &kind);

    PrintShop &m_shop;
    QString m_clinicName;
    MessageStrip *m_strip;
    QList<Row> m_rows;
    Printers m_printers;
    PrintRoutes m_routes;
    bool m_loaded = false;
    bool m_saving = false;
    bool m_changed = false; ///< Since the saving that is under way began.
};

} // namespace xinglin::ui
