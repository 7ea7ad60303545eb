#pragma once

#include <QKeySequence>
#include <QWidget>

namespace xinglin::ui {

/// A key printed as a grey cap, beside the thing it does.
class KeyCap : public QWidget
{
    Q_OBJECT

public:
    explicit KeyCap(const QString &text, QWidget *parent = nullptr);
    explicit KeyCap(const QKeySequence &keys, QWidget *parent = nullptr);

    QString text() const { return m_text; }
    void setText(const QString &text);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_text;
};

} // namespace xinglin::ui
