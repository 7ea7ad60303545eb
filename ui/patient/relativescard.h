#pragma once

#include "clinic/clinic.h"
#include "clinic/patient/channels.h"
#include "clinic/patient/relations.h"
#include "ui/shell/who.h"

#include <QWidget>

class QCheckBox;
class QLineEdit;
class QListView;
class QStandardItemModel;

namespace xinglin::ui {

class Button;
class Field;
class FormDraft;
class HouseholdList;
class KinshipEdit;
class Label;
class PatientChoice;

/// The family of a patient for the side of their chart: who belongs to them and answers for them, and who has the same
/// telephone and could.
class RelativesCard : public QWidget
{
    Q_OBJECT

public:
    RelativesCard(Clinic &clinic, const Who &who, QWidget *parent = nullptr);
    ~RelativesCard() override;

    /// Reads what is known of a patient whose chart was opened; nobody's empties the card.
    void setPatient(const std::optional<PatientId> &id);
    /// See Page::rest().
    void rest(bool resting);

signals:
    /// Another one of them is to be seen.
    void patientWanted(xinglin::PatientId id);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildList();
    QWidget *buildActs();
    QWidget *buildEntry();
    void load();
    void show(const Family &family);
    void open(bool opened);
    /// Begins to relate one of the household.
    void takeUp();
    void add();
    void end();
    void takeOut();
    void openCurrent();
    std::optional<FamilyMember> current() const;
    std::optional<QMap<QString, QString>> typed() const;
    void put(const QMap<QString, QString> &fields);
    void whoChanged();
    /// Whether it is clear who is meant: nobody is looked for, and none of those found is left undecided.
    bool isNameClear();
    void say(const QString &sentence);
    template <class F>
    void write(const QByteArray &act, F f, std::function<void(bool)> then = {});

    Clinic &m_clinic;
    bool m_mayWrite;
    std::optional<PatientId> m_patient;
    Family m_family;
    QStandardItemModel *m_model;
    QListView *m_list;
    Label *m_none;
    QList<QWidget *> m_acts; ///< With one who is there.
    Button *m_begin = nullptr;
    QWidget *m_entry = nullptr;
    PatientChoice *m_name = nullptr;
    KinshipEdit *m_kinship = nullptr;
    QLineEdit *m_phone = nullptr;
    Field *m_phoneField = nullptr;
    QCheckBox *m_guardian = nullptr;
    FormDraft *m_draft = nullptr; ///< Of the lines that add.
    QString m_asked;              ///< The name for which it was asked who of those found is meant.
    bool m_addWhenFound = false;
    bool m_adding = false;
    Label *m_said;
    QWidget *m_householdPart;
    HouseholdList *m_household;
    quint64 m_question = 0;
};

} // namespace xinglin::ui
