#pragma once

#include <QLineEdit>

#include <optional>

namespace xinglin::ui {

/// A number with its unit: digits right-aligned, unit in text3 behind them.
class NumberUnit : public QLineEdit
{
    Q_OBJECT

public:
    /// @param decimals digits after the point that may be typed, 0 to 3.
    explicit NumberUnit(const QString &unit, int decimals = 0, QWidget *parent = nullptr);

    void setUnit(const QString &unit);
    QString unit() const { return m_unit; }

    /// What stands there in 10^-decimals of the unit ("30.5" with one decimal is 305); nullopt if empty or no number.
    std::optional<qint64> scaled() const;
    void setScaled(std::optional<qint64> value);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void updateMargins();

    QString m_unit;
    int m_decimals;
};

} // namespace xinglin::ui
