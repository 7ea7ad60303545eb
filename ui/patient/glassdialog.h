#pragma once

#include "access/session.h"
#include "clinic/patient/glass.h"
#include "ui/kit/formdialog.h"
#include "ui/shell/who.h"

class QLineEdit;

namespace xinglin::ui {

class ChipBar;
class Field;
class Label;
class SecretEdit;

/// Opens one patient's record past the ordinary rules: reason, words, own password. Without a patient it asks for the
/// exact number first.
class GlassDialog : public FormDialog
{
    Q_OBJECT

public:
    GlassDialog(Clinic &clinic, const Who &who, const access::Surroundings &around,
                const std::optional<PatientId> &patient, QWidget *parent);

signals:
    /// The record is open for half an hour.
    void broken(xinglin::PatientId id);

private:
    void submit();
    void find();
    void check();
    void breakGlass();
    bool refuse(Field *field, const QString &sentence);

    Clinic &m_clinic;
    Who m_who;
    access::Surroundings m_around;
    std::optional<PatientId> m_patient;
    QLineEdit *m_number = nullptr;
    Field *m_numberField = nullptr;
    ChipBar *m_reasons;
    QLineEdit *m_words;
    SecretEdit *m_password;
    Field *m_reasonField;
    Field *m_wordsField;
    Field *m_passwordField;
};

} // namespace xinglin::ui
