#pragma once

#include "clinic/record/notetemplates.h"
#include "clinic/record/phrases.h"

#include <QObject>

class QTextCursor;

namespace xinglin::ui {

class GrowingTextEdit;
class PopupList;

/// Phrases of a text field: ";" and a few letters list them, Enter or Tab puts one in their place; "{}" in it is
/// selected then, to be written over. Templates of whole notes follow them in the list. Ctrl+; lists all, or with words
/// selected asks to keep these as a phrase.
/// While an input method composes, nothing opens and no key is taken.
class PhraseCaller : public QObject
{
    Q_OBJECT

public:
    /// @param field of the note, as phrases name it.
    PhraseCaller(GrowingTextEdit *edit, const QString &field);
    ~PhraseCaller() override;

    void setPhrases(const QList<phrases::Phrase> &known) { m_known = known; }
    void setTemplates(const QList<notetemplate::Template> &known) { m_templates = known; }
    bool isOpen() const;
    /// The next "{}" of the field is selected; false where there is none.
    bool goToPlace();

signals:
    /// A template was chosen; the letters that called it are gone again.
    void templateTaken(const xinglin::notetemplate::Template &chosen);
    /// The person wants to keep these words.
    void keepWanted(const QString &text, const QString &field);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void changed(int position, int removed, int added);
    void look();
    void follow();
    void offer(const QString &letters, int limit);
    void close();
    void take(int row);
    /// The place to fill in that begins here.
    void select(int begin);
    void called();
    /// Between the semicolon and the cursor; nothing where they no longer belong together.
    std::optional<QString> typed() const;

    GrowingTextEdit *m_edit;
    QString m_field;
    QList<phrases::Phrase> m_known;
    QList<notetemplate::Template> m_templates;
    QList<phrases::Phrase> m_shown;
    QList<notetemplate::Template> m_shownTemplates; ///< Below the phrases.
    PopupList *m_popup = nullptr;
    int m_from = -1;      ///< Where the semicolon stands; -1: none is being followed.
    int m_dismissed = -1; ///< The semicolon whose list was closed by Esc.
    bool m_taking = false;
};

} // namespace xinglin::ui
