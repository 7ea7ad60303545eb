#pragma once

#include "ui/paper/printqueue.h"

#include <QWidget>

namespace xinglin {
class Clinic;
}

namespace xinglin::ui {

class Button;
class Label;
class PrintShop;

/// Over every page, as long as papers that this person has sent were not taken by a printer: prints them or throws them
/// away.
class PrintBand : public QWidget
{
    Q_OBJECT

public:
    PrintBand(Clinic &clinic, const Uuid &person, QWidget *parent = nullptr);

    /// While somebody else works it asks nothing.
    void rest(bool resting);

private:
    void tell(const QList<PrintJob> &left);
    void askToDiscard();

    PrintShop &m_shop;
    Uuid m_person;
    QList<PrintJob> m_left;
    Label *m_words;
    Button *m_print;
    Button *m_discard;
    bool m_resting = false;
};

} // namespace xinglin::ui
