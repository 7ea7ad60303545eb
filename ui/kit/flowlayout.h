#pragma once

#include <QLayout>
#include <QList>

namespace xinglin::ui {

/// Puts items beside each other and goes on in the next line where the place ends.
class FlowLayout : public QLayout
{
    Q_OBJECT

public:
    FlowLayout(int between, int lines, QWidget *parent = nullptr);
    ~FlowLayout() override;

    void addItem(QLayoutItem *item) override;
    int count() const override;
    QLayoutItem *itemAt(int index) const override;
    QLayoutItem *takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return {}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSize() const override;
    void setGeometry(const QRect &rect) override;

private:
    int place(const QRect &rect, bool apply) const;

    QList<QLayoutItem *> m_items;
    int m_between;
    int m_lines;
};

} // namespace xinglin::ui
