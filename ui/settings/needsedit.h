#pragma once

#include "clinic/schedule/services.h"

#include <QWidget>

namespace xinglin::ui {

class ChipBar;
class Label;
class Segment;
class Stepper;

/// "沈致远 or 陆清和, and 2 of 艾灸床": what a service needs at once, in words.
QString needsWords(const QList<ServiceNeed> &needs, const QList<Resource> &resources);

/// What a service needs at once: up to four needs, each one of those that are chosen for it, in the order in which they
/// were chosen.
class NeedsEdit : public QWidget
{
    Q_OBJECT

public:
    explicit NeedsEdit(QWidget *parent = nullptr);

    /// What there is to choose from, those in use.
    void setResources(const QList<Resource> &resources);
    void setNeeds(const QList<ServiceNeed> &needs);
    /// Without those for which nothing is chosen.
    QList<ServiceNeed> needs() const;

signals:
    void edited();

private:
    void showNeed();
    void take(const QStringList &chosen);
    void tell();

    QList<Resource> m_resources;
    QList<ServiceNeed> m_needs;
    Segment *m_which;
    ChipBar *m_anyOf;
    Stepper *m_units;
    Label *m_words;
};

} // namespace xinglin::ui
