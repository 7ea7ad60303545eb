#pragma once

#include "clinic/clinic.h"
#include "clinic/record/phrases.h"
#include "ui/shell/page.h"

class QStackedLayout;
class QStandardItemModel;
class QTableView;

namespace xinglin::ui {

class Button;
class MessageStrip;

/// Settings › Phrases: one's own and the clinic's; what is retired is offered no more and stays in the notes.
class PhraseSection : public Page
{
    Q_OBJECT

public:
    explicit PhraseSection(Clinic &clinic, QWidget *parent = nullptr);

    QString title() const override;
    QList<KeyHint> keyHints() const override;
    void activate() override;

protected:
    void showEvent(QShowEvent *event) override;

private:
    void build();
    void load();
    void showPhrases(const QList<phrases::Phrase> &known);
    void edit(const phrases::Phrase &phrase);
    void retire();
    const phrases::Phrase *chosen() const;

    Clinic &m_clinic;
    QList<phrases::Phrase> m_known;
    QStandardItemModel *m_model;
    QTableView *m_table;
    QStackedLayout *m_stack;
    MessageStrip *m_strip;
    Button *m_change;
    Button *m_retire;
};

} // namespace xinglin::ui
