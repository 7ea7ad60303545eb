#pragma once

#include "clinic/catalog/vocabulary.h"

#include <QLineEdit>

namespace xinglin::ui {

class Completion;
struct CompletionRow;

/// One position of the pulse pad: what is felt there, in bold, and what is being typed behind it. Space keeps what was
/// felt last time, Backspace takes back, Enter goes on.
class PulseCell : public QLineEdit
{
    Q_OBJECT

public:
    PulseCell(const Vocabulary &pulses, const QString &caption, const QString &key, QWidget *parent = nullptr);

    QStringList codes() const { return m_codes; }
    void setCodes(const QStringList &codes);
    void setLast(const QStringList &codes);
    /// Combinations offered as a whole: what is felt elsewhere.
    void setOffered(const QList<QStringList> &combinations) { m_offered = combinations; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void changed();
    void next();
    /// A letter of another position was typed in an empty cell.
    void jump(QChar key);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;

private:
    void ask(const QString &typed);
    void take(const QStringList &codes);
    bool fits(const Term &term) const;
    void updateMargins();

    const Vocabulary &m_pulses;
    QString m_caption;
    QString m_key;
    QStringList m_codes;
    QStringList m_last;
    QList<QStringList> m_offered;
    Completion *m_completion;
    bool m_composing = false;
};

} // namespace xinglin::ui
