#pragma once

#include "ui/kit/pane.h"

#include <QStringList>

class QHBoxLayout;

namespace xinglin::ui {

/// The strip at the foot of the window: at the left the keys that matter on this page, at the right what runs.
class StatusBar : public Pane
{
    Q_OBJECT

public:
    struct Key
    {
        QString keys; ///< As printed on the cap.
        QString what;
    };

    explicit StatusBar(QWidget *parent = nullptr);

    void setKeys(const QList<Key> &keys);
    /// Adds a widget at the right end.
    void addRight(QWidget *widget);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QList<Key> m_keys;
    QHBoxLayout *m_right;
};

} // namespace xinglin::ui
