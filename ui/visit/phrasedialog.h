#pragma once

#include "clinic/clinic.h"
#include "clinic/record/phrases.h"
#include "ui/kit/formdialog.h"

class QCheckBox;
class QLineEdit;

namespace xinglin::ui {

class Field;
class FormDraft;
class GrowingTextEdit;

/// Keeps words as a phrase, or changes one. Closes once it is stored.
class PhraseDialog : public FormDialog
{
    Q_OBJECT

public:
    PhraseDialog(Clinic &clinic, const phrases::Phrase &phrase, QWidget *parent);

private:
    void submit();

    Clinic &m_clinic;
    phrases::Phrase m_phrase;
    GrowingTextEdit *m_text;
    QLineEdit *m_letters;
    Field *m_textField;
    Field *m_lettersField;
    QCheckBox *m_shared;
    QCheckBox *m_here;
    FormDraft *m_draft;
};

/// The name of a field of the note, as phrases have it.
QString phraseFieldName(const QString &field);

} // namespace xinglin::ui
