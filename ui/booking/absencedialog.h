#pragma once

#include "ui/booking/calltable.h"
#include "ui/booking/proposals.h"
#include "ui/kit/formdialog.h"
#include "ui/shell/who.h"

class QComboBox;
class QLineEdit;
class QTimer;

namespace xinglin::ui {

class Field;
class Label;
class Segment;
class SheetsPrinter;

/// Somebody does not come to work: whom that hits, where each of them could go, all entered in one act. Afterwards the
/// same dialog holds the calls that are to be made, with what to say.
class AbsenceDialog : public FormDialog
{
    Q_OBJECT

public:
    /// @param resource who it is; nothing: the first practitioner.
    AbsenceDialog(Clinic &clinic, const Who &who, const std::optional<ResourceId> &resource, QDate day,
                  QWidget *parent);

signals:
    /// It was entered, and the dialog is closed.
    void done(const QString &sentence);

private:
    struct Read
    {
        QList<Resource> resources;
        QList<Proposal> proposals;
        std::optional<Error> refused;
    };

    QWidget *buildForm();
    QWidget *buildCalls();
    std::optional<AbsenceDraft> draft();
    void ask();
    void present(const Read &read);
    void showVerb();
    void submit();
    void beginCalls(const QList<Proposal> &proposals, const AbsenceDraft &absence);
    QString whatToSay(const Proposal &one, const QString &absent) const;
    void answer(const Call &call, CallOutcome outcome);
    void copyCurrent();
    void print();
    void showCurrent();

    Clinic &m_clinic;
    Who m_who;
    std::optional<ResourceId> m_wanted;
    QTimeZone m_zone;
    QDate m_today;
    QDate m_day;
    QList<Resource> m_resources;
    QWidget *m_form = nullptr;
    QComboBox *m_resource = nullptr;
    QLineEdit *m_first = nullptr;
    QLineEdit *m_last = nullptr;
    Field *m_firstField = nullptr;
    Field *m_lastField = nullptr;
    Segment *m_part = nullptr;
    QLineEdit *m_reason = nullptr;
    Label *m_count;
    ProposalList *m_list;
    QWidget *m_after = nullptr;
    CallTable *m_calls = nullptr;
    Label *m_say = nullptr;
    SheetsPrinter *m_printer;
    QTimer *m_rest;
    QString m_absent; ///< Whose absence was entered.
    quint64 m_question = 0;
    bool m_changed = false;
    bool m_current = false;
    bool m_entered = false;
};

} // namespace xinglin::ui
