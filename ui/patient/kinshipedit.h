#pragma once

#include <QLineEdit>

namespace xinglin::ui {

class Completion;

/// A line that says what somebody is to somebody: a word, its initials or its beginning.
class KinshipEdit : public QLineEdit
{
    Q_OBJECT

public:
    explicit KinshipEdit(QWidget *parent = nullptr);

    /// See kinship::codes(); empty where what is typed is no such word.
    QString code() const;
    void setCode(const QString &code);
    bool isComposing() const;

private:
    void propose(const QString &typed);

    Completion *m_words;
};

} // namespace xinglin::ui
