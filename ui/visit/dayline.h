#pragma once

#include <QDate>
#include <QWidget>

#include <optional>

class QLineEdit;

namespace xinglin::ui {

class Label;

/// The civil day a visit took place, apart from when it is typed in: today unless another past day is written.
class DayLine : public QWidget
{
    Q_OBJECT

public:
    explicit DayLine(QWidget *parent = nullptr);
    ~DayLine() override;

    /// @p day nothing: today.
    void setDay(std::optional<QDate> day, QDate today);
    /// Nothing where it is today.
    std::optional<QDate> day() const { return m_day; }
    void setReadOnly(bool readOnly);
    QLineEdit *edit() const { return m_line; }
    /// Whether what stands in the line was not taken yet.
    bool isHalfWritten() const;
    /// Takes what stands in the line; false where it is no past day.
    bool finishTyping();

signals:
    void changed();

private:
    void showDay();

    QLineEdit *m_line;
    Label *m_words;
    std::optional<QDate> m_day;
    QDate m_today;
};

} // namespace xinglin::ui
