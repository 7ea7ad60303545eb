#pragma once

#include "clinic/catalog/catalog.h"
#include "clinic/clinic.h"
#include "clinic/patient/patient.h"
#include "clinic/record/familyhistory.h"
#include "ui/shell/who.h"

#include <QWidget>

class QLineEdit;
class QListView;
class QStandardItemModel;

namespace xinglin::ui {

class Button;
class Completion;
class FormDraft;
class IllnessEdit;
class Label;

/// The history of a patient's family for the side of their chart, for who may read the record: what runs in it.
class FamilyCard : public QWidget
{
    Q_OBJECT

public:
    FamilyCard(Clinic &clinic, std::shared_ptr<const Catalog> catalog, const Who &who, QWidget *parent = nullptr);
    ~FamilyCard() override;

    /// Reads what is known of a patient whose chart was opened; nobody's empties the card.
    void setPatient(const std::optional<PatientId> &id);
    /// See Page::rest().
    void rest(bool resting);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Known
    {
        std::optional<QList<FamilyHistory>> history; ///< Nothing where it is not shared with this reader.
    };
    QWidget *buildEntry();
    void show(const Known &known);
    void propose(const QString &typed);
    std::optional<Kinship> typedKinship() const;
    std::optional<QMap<QString, QString>> typed() const;
    void put(const QMap<QString, QString> &fields);
    void add();
    void takeOut();
    void say(const QString &sentence);
    template <class F>
    void write(const QByteArray &act, F f, std::function<void(bool)> then = {});

    Clinic &m_clinic;
    std::shared_ptr<const Catalog> m_catalog;
    bool m_mayRead;
    bool m_mayWrite;
    std::optional<PatientId> m_patient;
    Known m_known;
    Label *m_none;
    QStandardItemModel *m_historyModel;
    QListView *m_history;
    Button *m_takeOut = nullptr;
    QWidget *m_entry = nullptr;
    QLineEdit *m_relative = nullptr;
    IllnessEdit *m_illness = nullptr;
    QLineEdit *m_age = nullptr;
    Completion *m_relatives = nullptr;
    Label *m_said;
    FormDraft *m_draft = nullptr; ///< Of the line that adds.
    quint64 m_question = 0;
};

} // namespace xinglin::ui
