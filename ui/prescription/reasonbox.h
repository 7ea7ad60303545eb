#pragma once

#include <QWidget>

class QLineEdit;

namespace xinglin::ui {

class ChipBar;

/// Asks why a severe finding is signed all the same: a usual reason by its digit, or own words.
class ReasonBox : public QWidget
{
    Q_OBJECT

public:
    explicit ReasonBox(QWidget *parent = nullptr);

    QString reason() const;
    /// Goes on with a reason that was begun before.
    void setReason(const QString &reason);

signals:
    void given(const QString &reason);
    void cancelled();
    /// reason() has changed.
    void edited();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void give();

    ChipBar *m_usual;
    QLineEdit *m_words;
};

} // namespace xinglin::ui
