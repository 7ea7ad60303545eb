#pragma once

#include "ui/kit/pane.h"
#include "ui/visit/referencewords.h"

class QScrollArea;
class QVBoxLayout;

namespace xinglin::ui {

class Label;
class ReferenceButton;

/// The reference below the findings: what the books and the clinic's own past say of the pattern that is being written,
/// or the herb under the hand. Knows neither store nor page; hidden where there is nothing to say. Digits 1 to 9 press
/// the first actions while the hand is here, the arrows and Tab walk through all of them and stay here.
class ReferencePane : public Pane
{
    Q_OBJECT

public:
    explicit ReferencePane(QWidget *parent = nullptr);

    void setReference(const Reference &reference);
    const Reference &reference() const { return m_shown; }
    /// The hand on the first action, or on the whole where nothing can be pressed; false where there is nothing.
    bool focusFirst();
    bool hasHand() const;

signals:
    void chosen(const xinglin::ui::ReferenceAction &action);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void rebuild();
    Label *addWords(const QString &text, TypeStyle style, Token color);
    void addFacts();
    void addGroup(const ReferenceGroup &group);
    /// Where it lies in.
    QScrollArea *scroll() const;
    void goTo(QWidget *widget);

    Reference m_shown;
    Label *m_subject;
    Label *m_beside;
    QVBoxLayout *m_box;
    QWidget *m_content = nullptr; ///< Everything below the head; made anew with each reference.
    QList<ReferenceButton *> m_buttons;
};

} // namespace xinglin::ui
