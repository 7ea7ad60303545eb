#pragma once

#include "ui/kit/accessible.h"

#include <QList>
#include <QStringList>
#include <QWidget>

class QTimer;

namespace xinglin::ui {

struct ChipItem
{
    QString id;
    QString text;
    QString initials; ///< Letters that choose it, lower case: "dh". May be empty.
    bool on = false;
    bool wasLastTime = false; ///< Ringed: its value at the last visit.
    bool operator==(const ChipItem &) const = default;
};

/// A row of chips to choose from; wraps. One tab stop: arrows move inside, Space chooses, letters choose at once
/// (a letter that begins several initials waits for the next one, Space or 700 ms). Up and Down leave the bar
/// where there is no further line, so that several bars form a grid.
class ChipBar : public QWidget, public Spoken
{
    Q_OBJECT

public:
    explicit ChipBar(const QString &accessibleName, QWidget *parent = nullptr);

    void setChips(const QList<ChipItem> &chips);
    const QList<ChipItem> &chips() const { return m_chips; }
    /// Several may be on (default), or choosing one puts the others off.
    void setMultiple(bool multiple) { m_multiple = multiple; }
    /// Chips 26 high, as in call scripts.
    void setLarge(bool large);

    QStringList selected() const;
    void setSelected(const QStringList &ids);
    int current() const { return m_current; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    int heightForWidth(int width) const override;

    QAccessible::Role spokenRole() const override { return QAccessible::Grouping; }
    QString spokenValue() const override;

signals:
    /// The person has chosen or put off a chip; setSelected() does not emit it.
    void changed(const QStringList &selected);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    QList<QRect> places(int width) const;
    int chipWidth(const ChipItem &chip) const;
    int chipHeight() const;
    int chipAt(QPoint at) const;
    void toggle(int index);
    void moveTo(int index);
    bool moveLine(int direction);
    bool typed(const QString &letter);
    /// Makes the bar as high as its lines.
    void fit();
    /// Chooses the chip whose initials are exactly what was typed.
    bool finishTyping();

    QList<ChipItem> m_chips;
    QString m_typed;
    QTimer *m_wait;
    int m_current = 0;
    int m_hovered = -1;
    bool m_multiple = true;
    bool m_large = false;
};

} // namespace xinglin::ui
