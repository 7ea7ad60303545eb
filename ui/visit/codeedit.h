#pragma once

#include <QLineEdit>

namespace xinglin::ui {

/// A line of words with the code they stand for, small at the right end.
class CodeEdit : public QLineEdit
{
    Q_OBJECT

public:
    explicit CodeEdit(QWidget *parent = nullptr);

    void setCode(const QString &code);
    QString code() const { return m_code; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_code;
};

} // namespace xinglin::ui
