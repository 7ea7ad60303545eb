#pragma once

#include <QObject>
#include <QStringList>

class QLineEdit;

namespace xinglin::ui {

class Completion;

/// Proposes words for a line that takes any text: those that were used before or ship.
class WordCompletion : public QObject
{
    Q_OBJECT

public:
    explicit WordCompletion(QLineEdit *editor);

    void setWords(const QStringList &words) { m_words = words; }

private:
    void propose(const QString &typed);

    QLineEdit *m_editor;
    Completion *m_completion;
    QStringList m_words;
};

} // namespace xinglin::ui
