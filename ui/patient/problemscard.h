#pragma once

#include "clinic/catalog/catalog.h"
#include "clinic/clinic.h"
#include "clinic/record/conditions.h"
#include "ui/shell/who.h"

#include <QWidget>

class QAbstractButton;
class QLineEdit;
class QListView;
class QStandardItemModel;

namespace xinglin::ui {

class Button;
class ChipBar;
class Field;
class FormDraft;
class IllnessEdit;
class Label;

/// The problems of a patient for the side of their chart: what they have and since when, what is over, and what the
/// signed visits name that does not stand here yet.
class ProblemsCard : public QWidget
{
    Q_OBJECT

public:
    ProblemsCard(Clinic &clinic, std::shared_ptr<const Catalog> catalog, const Who &who, QWidget *parent = nullptr);

    ~ProblemsCard() override;

    /// Reads what is known of a patient whose chart was opened; nobody's empties the card.
    void setPatient(const std::optional<PatientId> &id);
    /// See Page::rest().
    void rest(bool resting);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Known
    {
        QList<Condition> problems;
        QList<ConditionCandidate> candidates;
    };
    QWidget *buildActs();
    QWidget *buildEntry();
    void show(const Known &known);
    void fill();
    std::optional<QMap<QString, QString>> typed() const;
    void put(const QMap<QString, QString> &fields);
    void add();
    void addCandidates(const QStringList &chosen);
    void turn();
    void takeOut();
    std::optional<Condition> current() const;
    template <class F>
    void write(const QByteArray &act, F f, std::function<void(bool)> then = {});

    Clinic &m_clinic;
    std::shared_ptr<const Catalog> m_catalog;
    bool m_mayWrite;
    std::optional<PatientId> m_patient;
    Known m_known;
    Label *m_none;
    QStandardItemModel *m_model;
    QListView *m_list;
    Label *m_said;
    QWidget *m_acts = nullptr;
    Button *m_turn = nullptr;
    Button *m_past;
    IllnessEdit *m_name = nullptr;
    QLineEdit *m_since = nullptr;
    Label *m_fromVisits = nullptr;
    ChipBar *m_chips = nullptr;
    FormDraft *m_draft = nullptr; ///< Of the line that adds.
    bool m_showPast = false;
    quint64 m_question = 0;
};

} // namespace xinglin::ui
