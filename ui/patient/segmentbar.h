#pragma once

#include "clinic/clinic.h"
#include "clinic/patient/segments.h"
#include "ui/shell/who.h"

#include <QWidget>

class QTimer;

namespace xinglin::ui {

class Button;
class ChipBar;

/// The stages and the saved segments as chips, each with how many patients are in it now; one may be on. They are
/// counted one after the other on a reader, and anew when patients change while the bar can be seen.
class SegmentBar : public QWidget
{
    Q_OBJECT

public:
    SegmentBar(Clinic &clinic, const Who &who, QWidget *parent = nullptr);
    ~SegmentBar() override;

    /// The one that is on.
    std::optional<segment::Segment> chosen() const;
    /// Puts one on that was just saved, as soon as it is listed.
    void choose(SegmentId id);
    /// None is on any more; chosenChanged() is not sent.
    void clear();
    void rest(bool resting);

    /// How long changes must rest until all are counted anew.
    static constexpr int restMs = 1500;

signals:
    /// The person chose another one, or none.
    void chosenChanged();
    /// What is chosen has become something else.
    void definitionChanged();
    /// To be made or (one that has a name) changed.
    void editWanted(const xinglin::segment::Segment &segment);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void load();
    void countNext(qsizetype index);
    void show();
    QList<segment::Segment> listed() const;
    QString idOf(const segment::Segment &one) const;

    Clinic &m_clinic;
    bool m_resting = false;
    bool m_stale = false; ///< Something has changed while nobody saw the bar.
    ChipBar *m_chips;
    Button *m_edit = nullptr;
    Button *m_new = nullptr;
    QTimer *m_rest;
    QList<segment::Segment> m_stages;
    QList<segment::Segment> m_saved;
    QHash<QString, qint64> m_people;
    QString m_chosen;
    QFuture<Result<qint64>> m_counting;
    quint64 m_round = 0;
};

} // namespace xinglin::ui
