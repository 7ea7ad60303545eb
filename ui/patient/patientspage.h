#pragma once

#include "clinic/patient/segments.h"
#include "ui/shell/page.h"
#include "ui/shell/patientsearch.h"
#include "ui/shell/who.h"

class QHBoxLayout;
class QStackedLayout;
class QTableView;

namespace xinglin::ui {

class Button;
class EmptyState;
class MessageStrip;
class PatientModel;
class PatientPanel;
class SearchField;
class SegmentBar;
class SegmentListing;

/// Place "patients": one large field finds anybody as it is typed into, the strip of the selected person beside it.
class PatientsPage : public Page
{
    Q_OBJECT

public:
    PatientsPage(Clinic &clinic, const Who &who, QWidget *parent = nullptr);

    /// Puts something at the foot of the list.
    void addFoot(QWidget *widget);

    QString title() const override;
    QString context() const override;
    QList<KeyHint> keyHints() const override;
    void activate() override;
    void rest(bool resting) override;

    /// Lists the patients of a segment that was just saved.
    void showSegment(SegmentId id);

signals:
    void chartWanted(xinglin::PatientId id);
    void visitWanted(xinglin::PatientId id);
    void editWanted(xinglin::PatientId id);
    /// @param typed what stands in the search field: a name or a phone to begin with.
    void registrationWanted(const QString &typed);
    /// Nobody is found, and somebody has to be opened in an emergency.
    void emergencyWanted();
    /// The list of those who may be registered twice.
    void duplicatesWanted();
    /// A segment is to be made, or (one that has a name) changed.
    void segmentWanted(const xinglin::segment::Segment &segment);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *buildList();
    void buildTable();
    void fitColumns();
    void ask();
    void count();
    void askStages(const QList<PatientHit> &hits);
    void askSegment(bool again);
    /// Another list is asked for: nobody of the old one can be opened meanwhile.
    void forget();
    void showSegmentHits(const QList<PatientHit> &hits, bool first, bool mayBeMore, qint64 ms);
    /// The next page, where the end of the list has come into sight.
    void fetchMore();
    void showEmpty(bool nobody);
    void showRows(const std::optional<PatientId> &before);
    void showHits(const QString &typed, const QList<PatientHit> &hits, qint64 ms);
    void walk(int rows);
    void select(int row);
    void openSelected();
    const PatientHit *selected() const;

    Clinic &m_clinic;
    Who m_who;
    PatientSearch m_search;
    SearchField *m_field;
    QTableView *m_table;
    PatientModel *m_model;
    EmptyState *m_empty;
    QStackedLayout *m_results;
    MessageStrip *m_strip;
    PatientPanel *m_panel;
    QHBoxLayout *m_foot = nullptr;
    SegmentBar *m_segments;
    SegmentListing *m_listing;
    Button *m_duplicates = nullptr; ///< For those who may say something of them.
    std::optional<qint64> m_count;
    std::optional<QString> m_shown; ///< What the rows were found by.
    bool m_openWhenFound = false;
};

} // namespace xinglin::ui
