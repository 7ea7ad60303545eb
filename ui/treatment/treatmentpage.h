#pragma once

#include "clinic/clinic.h"
#include "clinic/treatment/sessions.h"
#include "ui/shell/page.h"
#include "ui/shell/who.h"

#include <memory>

class QListView;
class QStackedLayout;

namespace xinglin::ui {

class Banner;
class FormDraft;
class Label;
class MessageStrip;
class OrderModel;
class PaperPrinter;
class SessionPanel;
class TreatmentPrinter;

/// Page "treatments" of a patient: what is ordered and how much of it is left, sessions begun and ended with their
/// needles counted.
class TreatmentPage : public Page
{
    Q_OBJECT

public:
    TreatmentPage(Clinic &clinic, const Who &who, std::shared_ptr<const Catalog> catalog, QWidget *parent = nullptr);
    ~TreatmentPage() override;

    void openPatient(PatientId id);

    QString title() const override;
    QString context() const override { return m_name; }
    QList<KeyHint> keyHints() const override;
    std::optional<PatientId> patient() const override { return m_patient; }
    void activate() override;
    void rest(bool resting) override;
    bool hasUnsaved() const override;
    bool keepsDrafts() const override { return true; }
    PaperPrinter *printer() const { return m_printer; }

signals:
    /// Esc: back to the chart of this person.
    void left(xinglin::PatientId id);

private:
    struct Opened
    {
        PatientStrip strip;
        QList<treatment::Order> orders;
    };
    void build();
    void buildKeys();
    void load();
    void refresh();
    void showOpened(const Opened &opened);
    void showOrder();
    void begin(TreatmentId id, const treatment::SessionStart &start);
    void end(TreatmentSessionId id, const treatment::SessionEnd &how);
    void give(TreatmentId id, const QString &note);
    void askRetract(TreatmentSessionId id);
    void print(bool preview);
    void refused(const Error &error);
    /// Stores what is typed in the panel, or more of its order, and says so.
    template <class F>
    void write(const QByteArray &act, F f, const QString &sentence);

    Clinic &m_clinic;
    Who m_who;
    std::shared_ptr<const Catalog> m_catalog;
    std::optional<PatientId> m_patient;
    std::optional<CourseId> m_chosen;
    QString m_name;
    bool m_stale = false;
    quint64 m_question = 0;
    Banner *m_banner = nullptr;
    MessageStrip *m_strip = nullptr;
    QListView *m_list = nullptr;
    OrderModel *m_model = nullptr;
    Label *m_none = nullptr;
    SessionPanel *m_panel = nullptr;
    FormDraft *m_draft = nullptr;
    PaperPrinter *m_printer = nullptr;
    TreatmentPrinter *m_sheets = nullptr;
};

} // namespace xinglin::ui
