#pragma once

#include <QLineEdit>

namespace xinglin::ui {

/// A line of words with the code they stand for, small at the right end. Where both have no room, the words keep
/// theirs; the tooltip says both.
class CodeEdit : public QLineEdit
{
    Q_OBJECT

public:
    explicit CodeEdit(QWidget *parent = nullptr);

    void setCode(const QString &code);
    QString code() const { return m_code; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fit();

    bool m_codeShown = false;
    QString m_code;
};

} // namespace xinglin::ui
