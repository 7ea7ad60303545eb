#pragma once

#include "clinic/record/constitution.h"

#include <QWidget>

class QComboBox;
class QGridLayout;
class QListView;
class QScrollArea;
class QTableView;

namespace xinglin::ui {

class AssessmentModel;
class Label;
class Radar;
class RadarKey;
class ScoreModel;

/// What assessments came to: their list, the chosen one as a radar and in numbers, compared with any earlier one, and
/// what may be advised.
class ResultsPane : public QWidget
{
    Q_OBJECT

public:
    explicit ResultsPane(QWidget *parent = nullptr);

    /// Newest first. @p choose is shown, else the one that was, else the newest.
    void setAssessments(const QList<ConstitutionAssessment> &assessments, std::optional<AssessmentId> choose = {});
    QList<ConstitutionAssessment> assessments() const;
    std::optional<ConstitutionAssessment> chosen() const;
    /// What the chosen one is compared with.
    std::optional<ConstitutionAssessment> compared() const;
    void focusList();
    /// Goes to what it is compared with.
    void focusComparison();

signals:
    void chosenChanged();

private:
    QWidget *buildList();
    QWidget *buildDetails();
    void showChosen();
    void showComparison();
    void showAdvice(const ConstitutionAssessment &assessment);

    AssessmentModel *m_model;
    ScoreModel *m_scores;
    QListView *m_list;
    QScrollArea *m_scroll;
    Label *m_summary;
    Label *m_about;
    QComboBox *m_comparison;
    Radar *m_radar;
    RadarKey *m_now;
    RadarKey *m_before;
    Label *m_scale;
    QTableView *m_table;
    QGridLayout *m_advice;
};

} // namespace xinglin::ui
