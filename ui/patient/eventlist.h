#pragma once

#include "base/text/findabletext.h"
#include "clinic/catalog/catalog.h"
#include "ui/kit/pane.h"
#include "ui/patient/eventmodel.h"

class QListView;

namespace xinglin {
class Clinic;
}

namespace xinglin::ui {

class ChipBar;
class Label;
class SearchField;

/// The words of one event, each part with the mark it stands under.
struct EventText
{
    struct Part
    {
        QString mark;
        FindableText text;
    };
    Uuid id{Uuid::Bytes{}};
    QList<Part> parts;
};
/// A note with what was prescribed and ordered, as it is looked through. Pure; any thread.
EventText eventText(const Catalog &catalog, const consultation::Stored &visit);
/// A line about where @p typed stands in it; nothing where it does not. Pure.
std::optional<EventModel::Snippet> snippetOf(const EventText &text, const QString &typed);

/// Everything of a patient's record in the order of time: filtered by kind, looked through by words and pinyin.
class EventList : public Pane
{
    Q_OBJECT

public:
    /// @param reads whether notes may be read, and so looked through.
    EventList(Clinic &clinic, std::shared_ptr<const Catalog> catalog, bool reads, QWidget *parent = nullptr);

    /// Shows a record and keeps what was selected, filtered and looked for where it is the same patient's. With @p
    /// wanted that one is selected, among everything.
    void setRecord(PatientId patient, const QList<chart::Event> &events, const QList<VisitSummary> &contents,
                   const std::optional<Uuid> &wanted = {});
    void clear();
    /// Stands in place of an empty list.
    void setEmptyWords(const QString &sentence);
    const chart::Event *current() const;
    /// How many of a kind there are.
    int count(EventKind kind) const { return m_model->count(kind); }
    void focusList();
    /// The hand into the field of words.
    void search();

signals:
    void currentChanged();
    /// Enter on a visit.
    void visitOpened(xinglin::VisitId id);
    /// Enter on a picture or paper.
    void attachmentOpened(xinglin::AttachmentId id);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void showCounts();
    void apply();
    void readTexts();
    void select(const std::optional<Uuid> &id);

    Clinic &m_clinic;
    std::shared_ptr<const Catalog> m_catalog;
    SearchField *m_search = nullptr;
    ChipBar *m_kinds;
    QListView *m_view;
    EventModel *m_model;
    Label *m_nothing;
    QString m_emptyWords;
    std::optional<PatientId> m_patient;
    std::optional<QList<EventText>> m_texts; ///< Read when something is looked for.
    bool m_reading = false;
    bool m_quiet = false; ///< What is selected changes by itself: one signal at the end.
    quint64 m_question = 0;
};

} // namespace xinglin::ui
