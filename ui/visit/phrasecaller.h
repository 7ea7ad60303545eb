#pragma once

#include "clinic/record/phrases.h"

#include <QObject>

class QTextCursor;

namespace xinglin::ui {

class GrowingTextEdit;
class PopupList;

/// Phrases of a text field: ";" and a few letters list them, Enter or Tab puts one in their place; "{}" in it is
/// selected then, to be written over. Ctrl+; lists all of them, or with words selected asks to keep these as a phrase.
/// While an input method composes, nothing opens and no key is taken.
class PhraseCaller : public QObject
{
    Q_OBJECT

public:
    /// @param field of the note, as phrases name it.
    PhraseCaller(GrowingTextEdit *edit, const QString &field);
    ~PhraseCaller() override;

    void setPhrases(const QList<phrases::Phrase> &known) { m_known = known; }
    bool isOpen() const;

signals:
    /// The person wants to keep these words.
    void keepWanted(const QString &text, const QString &field);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void changed(int position, int removed, int added);
    void look();
    void follow();
    void show(const QList<phrases::Phrase> &found);
    void close();
    void take(int row);
    void called();
    /// Between the semicolon and the cursor; nothing where they no longer belong together.
    std::optional<QString> typed() const;

    GrowingTextEdit *m_edit;
    QString m_field;
    QList<phrases::Phrase> m_known;
    QList<phrases::Phrase> m_shown;
    PopupList *m_popup = nullptr;
    int m_from = -1;      ///< Where the semicolon stands; -1: none is being followed.
    int m_dismissed = -1; ///< The semicolon whose list was closed by Esc.
    bool m_taking = false;
};

} // namespace xinglin::ui
