#pragma once

#include "clinic/clinic.h"
#include "clinic/patient/merge.h"
#include "ui/patient/mergerow.h"
#include "ui/shell/page.h"
#include "ui/shell/who.h"

class QHBoxLayout;
class QScrollArea;
class QVBoxLayout;

namespace xinglin::ui {

class Button;
class Chip;
class Facts;
class Label;
class MessageStrip;

/// Two records side by side: what counts of each where they differ, which one stays, and the merge. For who may not
/// merge it only shows them, and the merge can be asked for.
class MergePage : public Page
{
    Q_OBJECT

public:
    MergePage(Clinic &clinic, const Who &who, QWidget *parent = nullptr);

    void openPair(PatientId one, PatientId other);

    QString title() const override;
    QString context() const override;
    QList<KeyHint> keyHints() const override;
    void activate() override;
    void rest(bool resting) override;

signals:
    /// They are one record: @p id is the one that stays.
    void merged(xinglin::PatientId id, const QString &sentence);
    /// Something was said of the two; @p sentence tells what.
    void said(const QString &sentence);
    void left();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    /// What stands in the two columns.
    struct Opened
    {
        patient::MergeRecord left;
        patient::MergeRecord right;
        QList<patient::MergeLine> lines;
        bool leftStays = true;
    };
    struct Head
    {
        Label *name;
        Label *about;
        Chip *fate;
    };
    static Result<Opened> read(const store::Snapshot &view, bool merges, PatientId left, PatientId right,
                               std::optional<bool> leftStays);
    QWidget *buildHeads();
    Head addHead(QHBoxLayout *row, const char *name);
    QWidget *buildFoot();
    void load();
    void show(const Opened &opened);
    void showFate();
    void layRows();
    void showSame(bool shown);
    void swap();
    void walk(const MergeRow *from, int rows);
    void chose(const MergeRow *row);
    MergeRow::Choice choiceOf(patient::MergeSide side) const;
    patient::MergeSide sideOf(MergeRow::Choice choice) const;
    patient::MergeDraft draft() const;
    void merge();
    void refused(const Error &error);
    const patient::MergeRecord &staying() const;
    const patient::MergeRecord &going() const;

    Clinic &m_clinic;
    bool m_mayMerge;
    bool m_maySay;
    std::optional<std::pair<PatientId, PatientId>> m_pair; ///< Left and right.
    std::optional<Opened> m_opened;
    QHash<patient::MergePart, MergeRow::Choice> m_chosen; ///< By the person.
    std::optional<bool> m_leftStays;                      ///< By the person.
    MessageStrip *m_strip;
    Head m_left{};
    Head m_right{};
    QScrollArea *m_area;
    QVBoxLayout *m_rows = nullptr;
    QWidget *m_body = nullptr;
    QWidget *m_sameRows = nullptr;
    Button *m_same = nullptr;
    QList<MergeRow *> m_differing;
    Label *m_sentence = nullptr;
    Button *m_swap = nullptr;
    Button *m_merge = nullptr;
    Button *m_ask = nullptr;
    Button *m_different = nullptr;
    bool m_sameShown = false;
    bool m_merging = false;
    quint64 m_question = 0;
};

} // namespace xinglin::ui
