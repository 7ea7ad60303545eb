#pragma once

#include "ui/kit/pane.h"

#include <QAbstractButton>

class QVBoxLayout;

namespace xinglin::ui {

/// A place of the rail: icon over its word; current: ground of the page, bold, apricot bar.
class RailButton : public QAbstractButton
{
    Q_OBJECT

public:
    RailButton(const QString &iconName, const QString &text, QWidget *parent = nullptr);

    /// Number of things due, drawn as a pill; 0 shows none.
    void setBadge(int count);
    int badge() const { return m_badge; }
    /// 44 high instead of 54, for low windows.
    void setTight(bool tight);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_icon;
    int m_badge = 0;
    bool m_tight = false;
};

/// The column of places at the left, with the seal on top.
class Rail : public Pane
{
    Q_OBJECT

public:
    explicit Rail(QWidget *parent = nullptr);

    /// Adds a place; exactly one is current. The caller gives the objectName.
    RailButton *addPlace(const QString &iconName, const QString &text);
    /// A thin line between groups of places.
    void addGroupLine();
    void setCurrent(int index);
    int current() const;
    RailButton *place(int index) const { return m_places.value(index); }

signals:
    /// The person chose another place.
    void chosen(int index);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QVBoxLayout *m_column;
    QList<RailButton *> m_places;
};

} // namespace xinglin::ui
